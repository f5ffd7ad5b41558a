package io.stagegate.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.stagegate.local.emulator.ContainerEmulator;
import io.stagegate.local.emulator.DockerCheck;
import io.stagegate.local.emulator.TestcontainersCheck;
import io.stagegate.local.stack.SampleAssembly;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The local system on the emulator's container. Needs Docker with the image; skipped without. */
@Timeout(300)
@EnabledOnOs(value = OS.LINUX, disabledReason = "functions run on Linux only")
class ContainerTest {
  @TempDir Path root;

  @BeforeEach
  void needsDocker() {
    switch (new TestcontainersCheck(System.getenv()).check()) {
      case DockerCheck.Usable usable -> assertThat(usable.why()).contains(ContainerEmulator.IMAGE);
      case DockerCheck.Unusable(String why) ->
          abort("skipped, the emulator's container can't run: " + why);
    }
  }

  @Test
  void theSameSystemRunsOnTheContainer() throws Exception {
    Path real = Path.of(System.getProperty("stagegate.root")).toAbsolutePath();
    Workspace workspace = new Workspace(root);
    Files.createDirectories(root.resolve("local/target"));
    Files.createSymbolicLink(
        root.resolve("local/target/lambda-runtime"), real.resolve("local/target/lambda-runtime"));
    SampleAssembly.write(Files.createDirectories(workspace.cloudAssembly()));
    LocalOptions options =
        new LocalOptions(
            workspace,
            Map.of("STAGEGATE_EMULATOR", "docker", "DOCKER_HOST", dockerHost()),
            "python3",
            0,
            Optional.empty(),
            Map.of(),
            Progress.silent());
    try (LocalSystem system = LocalSystem.start(options);
        HttpClient client = HttpClient.newHttpClient()) {
      assertThat(system.emulator()).contains("Docker");
      // The container reaches the function's JVM on this machine, which answers through it.
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(system.state().console())).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.body() + "/").isEqualTo(system.state().console());
    }
  }

  private static String dockerHost() {
    return System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
  }
}
