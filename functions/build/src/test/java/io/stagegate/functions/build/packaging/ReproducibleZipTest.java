package io.stagegate.functions.build.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.cloud.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TimeZone;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproducibleZipTest {
  private static final List<String> NAMES =
      List.of("a.py", "b/c.py", "b/run.sh", "B.txt", "ünï/x", "z".repeat(150));

  @TempDir Path temp;

  /** The same files, made in an order of chance, at times of chance, with other mode bits. */
  private Path made(int seed) throws IOException {
    var random = new Random(seed);
    var root = Files.createDirectory(temp.resolve("tree" + seed));
    var names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    for (var name : names) {
      var file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "content of " + name);
      var mode = name.endsWith(".sh") ? "rwx" : "rw-";
      var others = random.nextBoolean() ? "r--r--" : "------";
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode + others));
      Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(random.nextInt())));
    }
    var zip = temp.resolve(seed + ".zip");
    ReproducibleZip.write(new SourceTree(root).files(root.toRealPath(), "test"), zip);
    return zip;
  }

  @Test
  void theSameFilesAreTheSameBytesWhateverOrderTimeModeOrZone() throws IOException {
    var hashes = new HashSet<String>();
    var before = TimeZone.getDefault();
    try {
      for (int seed = 0; seed < 20; seed++) {
        TimeZone.setDefault(
            TimeZone.getTimeZone(
                List.of("UTC", "Asia/Tokyo", "America/Los_Angeles").get(seed % 3)));
        hashes.add(Hashing.sha256(made(seed)));
      }
    } finally {
      TimeZone.setDefault(before);
    }

    assertThat(hashes).hasSize(1);
  }

  @Test
  void entriesAreInOrderWithTheirModes() throws IOException {
    try (var zip = ZipFile.builder().setPath(made(1)).get()) {
      var entries = Collections.list(zip.getEntriesInPhysicalOrder());

      assertThat(entries)
          .extracting(entry -> entry.getName() + " " + Integer.toOctalString(entry.getUnixMode()))
          .containsExactly(
              "B.txt 100644",
              "a.py 100644",
              "b/c.py 100644",
              "b/run.sh 100755",
              "z".repeat(150) + " 100644",
              "ünï/x 100644");
    }
  }

  @Test
  void oneOtherByteIsAnotherZip() throws IOException {
    var first = made(1);
    var root = temp.resolve("tree1").toRealPath();
    Files.writeString(root.resolve("a.py"), "other");
    var second = temp.resolve("second.zip");
    ReproducibleZip.write(new SourceTree(root).files(root, "test"), second);

    assertThat(Hashing.sha256(second)).isNotEqualTo(Hashing.sha256(first));
  }
}
