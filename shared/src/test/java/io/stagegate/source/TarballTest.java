package io.stagegate.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.source.Tarball.Limits;
import io.stagegate.source.Tarball.Result.Refused;
import io.stagegate.source.Tarball.Result.Unpacked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TarballTest {
  private static final String SHA = "a".repeat(40);

  @TempDir Path temp;

  private Tarball.Result unpack(Archives archive, Limits limits) throws IOException {
    return unpack(archive.in(temp), limits);
  }

  private Tarball.Result unpack(Path archive, Limits limits) throws IOException {
    return new Tarball(limits).unpack(archive, SHA, Files.createDirectory(temp.resolve("tree")));
  }

  private Path tree(String path) {
    return temp.resolve("tree").resolve(path);
  }

  @Test
  void theTreeLiesWithoutItsTopFolder() throws IOException {
    var archive =
        new Archives()
            .commit(SHA)
            .folder("shop-aaa/")
            .file("shop-aaa/template.yaml", "Resources:")
            .file("shop-aaa/src/run.sh", "#!/bin/sh", 0100755)
            .folder("shop-aaa/empty/")
            .file("shop-aaa/ünï.txt", "é");

    assertThat(unpack(archive, Limits.DEFAULT)).isInstanceOf(Unpacked.class);
    assertThat(tree("template.yaml")).hasContent("Resources:");
    assertThat(Files.isExecutable(tree("src/run.sh"))).isTrue();
    assertThat(Files.isExecutable(tree("template.yaml"))).isFalse();
    assertThat(tree("empty")).isEmptyDirectory();
    assertThat(tree("ünï.txt")).hasContent("é");
  }

  @Test
  void linksInsideTheTreeAreKept() throws IOException {
    var archive =
        new Archives()
            .link("r/deep/er/link", "../../file")
            .file("r/file", "content")
            .link("r/gone", "nowhere");

    assertThat(unpack(archive, Limits.DEFAULT)).isInstanceOf(Unpacked.class);
    assertThat(tree("deep/er/link")).isSymbolicLink().hasContent("content");
    assertThat(Files.exists(tree("gone"), LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  static Stream<Arguments> attacks() {
    return Stream.of(
        Arguments.of("up and out", new Archives().file("r/../../evil", "x")),
        Arguments.of("up in the middle", new Archives().file("r/a/../../../evil", "x")),
        Arguments.of("an absolute name", new Archives().file("/etc/evil", "x")),
        Arguments.of("an empty part", new Archives().file("r//etc/evil", "x")),
        Arguments.of("no top folder", new Archives().file("evil", "x")),
        Arguments.of("two top folders", new Archives().file("r/a", "x").file("s/b", "x")),
        Arguments.of("a link out", new Archives().link("r/evil", "../outside")),
        Arguments.of("a link to an absolute place", new Archives().link("r/evil", "/etc/passwd")),
        Arguments.of(
            "a link out by way of another",
            new Archives()
                .folder("r/z/")
                .folder("r/p/q/")
                .link("r/p/q/x", "../../z")
                .link("r/p/q/y", "x/../..")),
        Arguments.of(
            "a file through a link", new Archives().link("r/d", "e").file("r/d/evil", "x")),
        Arguments.of("a link in a file", new Archives().file("r/f", "x").link("r/f/g", "h")),
        Arguments.of("a link over a file", new Archives().file("r/f", "x").link("r/f", "g")),
        Arguments.of("a file over a link", new Archives().link("r/f", "g").file("r/f", "x")),
        Arguments.of("the root as a link", new Archives().link("r", "elsewhere")),
        Arguments.of("a file twice", new Archives().file("r/f", "x").file("r/f", "y")),
        Arguments.of("a file as a folder", new Archives().file("r/f", "x").file("r/f/g", "y")),
        Arguments.of("a folder as a file", new Archives().file("r/f/g", "x").file("r/f", "y")),
        Arguments.of(
            "a hard link",
            new Archives().file("r/f", "x").special("r/g", TarConstants.LF_LINK, "r/f")),
        Arguments.of("a fifo", new Archives().special("r/g", TarConstants.LF_FIFO, "")),
        Arguments.of("a device", new Archives().special("r/g", TarConstants.LF_CHR, "")),
        Arguments.of("a disk", new Archives().special("r/g", TarConstants.LF_BLK, "")),
        Arguments.of("a name beyond the disk's", new Archives().file("r/" + "n".repeat(300), "x")),
        Arguments.of("another commit", new Archives().commit("b".repeat(40)).file("r/f", "x")),
        Arguments.of("nothing", new Archives()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void refuses(String what, Archives archive) throws IOException {
    assertThat(unpack(archive, Limits.DEFAULT))
        .as(what)
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.reason()).endsWith("."));
    assertThat(temp.resolve("evil")).doesNotExist();
    assertThat(temp.resolve("outside")).doesNotExist();
  }

  @Test
  void refusesTooManyEntries() throws IOException {
    var archive = new Archives();
    for (int i = 0; i < 11; i++) {
      archive.file("r/" + i, "");
    }

    assertThat(unpack(archive, new Limits(10, 1_000_000, 1_000, 1_000_000)))
        .isEqualTo(new Refused("The repository has more than 10 files and folders."));
  }

  @Test
  void refusesTooMuch() throws IOException {
    var archive = new Archives().file("r/big", "x".repeat(3_000_000));

    assertThat(unpack(archive, new Limits(10, 2_000_000, 100_000, 1_000_000)))
        .isEqualTo(new Refused("The repository has more than 2 MB unpacked."));
  }

  @Test
  void refusesABomb() throws IOException {
    var archive = new Archives().file("r/big", "x".repeat(30_000_000));

    assertThat(unpack(archive, Limits.DEFAULT))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.reason()).contains("200 times"));
  }

  @Test
  void refusesWhatIsNoArchive() throws IOException {
    var file = Files.writeString(temp.resolve("a"), "<html>");

    assertThat(unpack(file, Limits.DEFAULT))
        .isEqualTo(new Refused("The repository's archive is not a gzip file."));
  }

  @Test
  void refusesAnArchiveCutShort() throws IOException {
    var whole = Archives.of(java.util.Map.of("a", "x".repeat(10_000), "b", "y"));
    var file = Files.write(temp.resolve("a"), Arrays.copyOf(whole, whole.length - 40));

    assertThat(unpack(file, Limits.DEFAULT)).isInstanceOf(Refused.class);
  }
}
