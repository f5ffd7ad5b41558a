package io.stagegate.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./stagegate} itself, where it needs no build. */
@Timeout(60)
class LauncherTest {
  private static final String WHY = "need Linux, as the Lambda runtime client has libraries for no";

  @TempDir Path programs;

  private record Said(int exit, String text) {}

  @Test
  void doctorSaysOnAnotherSystemWhatOfItWorksThere() throws Exception {
    var said = stagegate("Darwin", "doctor");

    assertThat(said.exit()).as(said.text()).isZero();
    assertThat(said.text().lines().filter(line -> line.contains(WHY)))
        .singleElement()
        .asString()
        .contains("demo, up and bench", "on Darwin");
    assertThat(said.text())
        .contains("deploy and review need is here")
        .doesNotContain("Everything needed");
  }

  @Test
  void doctorFindsEverythingHere() throws Exception {
    var said = stagegate("Linux", "doctor");

    assertThat(said.exit()).as(said.text()).isZero();
    assertThat(said.text()).contains("Everything needed is here.").doesNotContain(WHY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "demo", "bench"})
  void whatRunsFunctionsStopsOnAnotherSystemBeforeItBuilds(String command) throws Exception {
    var said = stagegate("Darwin", command);

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.text().lines()).singleElement().asString().contains(WHY);
  }

  @Test
  void aCommandThatIsNotThereIsSaid() throws Exception {
    var said = stagegate("Linux", "fly");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.text()).contains("no command 'fly'");
  }

  /** Runs it on a machine that says it is this system. */
  private Said stagegate(String system, String command) throws IOException, InterruptedException {
    var uname = Files.writeString(programs.resolve("uname"), "#!/bin/sh\necho " + system + "\n");
    assertThat(uname.toFile().setExecutable(true)).isTrue();
    var out = programs.resolve("out");
    var builder =
        new ProcessBuilder("bash", System.getProperty("stagegate.root") + "/stagegate", command)
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(out.toFile());
    builder.environment().merge("PATH", programs.toString(), (path, mine) -> mine + ":" + path);
    var process = builder.start();
    try {
      assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
      return new Said(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
