package io.stagegate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows. */
class ProcessTest {
  @TempDir private Path folder = Path.of("");

  private Process start(List<String> flags, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    return builder.redirectError(folder.resolve("err").toFile()).start();
  }

  private static int end(Process process) throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
    return process.exitValue();
  }

  @Test
  void printsUtf8WhateverThePlatformsCharsetIs() throws Exception {
    Process process =
        start(
            List.of(
                "-Dfile.encoding=ISO-8859-1",
                "-Dstdout.encoding=US-ASCII",
                "-Dstagegate.folder=" + Ran.FIXTURES),
            "review",
            "release-values.json",
            "--format",
            "json");
    byte[] out = process.getInputStream().readAllBytes();
    assertThat(end(process)).isZero();
    assertThat(new String(out, UTF_8)).contains("Café");
  }

  @Test
  void saysNothingToAReaderWhoHasGone() throws Exception {
    String one = Files.readString(Ran.FIXTURES.resolve("release-values.json"));
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      all.append(one.replace("release-7/0a1b", "release-7/" + i));
    }
    Path big = Files.writeString(folder.resolve("big.json"), all);
    Process process = start(List.of(), "review", big.toString());
    process.getInputStream().read();
    process.getInputStream().close();
    assertThat(end(process)).isZero();
    assertThat(folder.resolve("err")).isEmptyFile();
  }

  @Test
  void saysThatOutputIsLost() throws Exception {
    var full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no /dev/full here");
    var fixture = Ran.FIXTURES.resolve("release.json").toString();
    var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "review",
                fixture)
            .redirectOutput(full.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    assertThat(end(process)).isEqualTo(2);
    assertThat(folder.resolve("err")).content().contains("the review can't be written: No space");
  }
}
