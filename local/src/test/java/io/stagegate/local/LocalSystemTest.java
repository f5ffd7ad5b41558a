package io.stagegate.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.local.emulator.TestEmulator;
import io.stagegate.local.stack.SampleAssembly;
import java.io.IOException;
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

/** The whole local system, around a small stack of its own. */
@Timeout(300)
@EnabledOnOs(value = OS.LINUX, disabledReason = "functions run on Linux only")
class LocalSystemTest {
  @TempDir Path root;
  private Workspace workspace;

  /** A project's folder with nothing in it but what the local system reads. */
  @BeforeEach
  void layOut() throws IOException {
    TestEmulator.start(root.resolve("first")).close(); // makes the environment, or skips
    Workspace real = new Workspace(Path.of(System.getProperty("stagegate.root")));
    workspace = new Workspace(root);
    Files.createDirectories(root.resolve("local/emulator"));
    Files.createDirectories(root.resolve("local/target"));
    Files.copy(real.requirements(), workspace.requirements());
    Files.createSymbolicLink(
        root.resolve("local/target/lambda-runtime"),
        real.root().resolve("local/target/lambda-runtime").toAbsolutePath());
    workspace.home();
    Files.createSymbolicLink(workspace.venv(), real.venv().toAbsolutePath());
    SampleAssembly.write(Files.createDirectories(workspace.cloudAssembly()));
  }

  private LocalOptions options(Map<String, String> environment) {
    return new LocalOptions(
        workspace, environment, "python3", 0, Optional.empty(), Map.of(), Progress.silent());
  }

  @Test
  void startsAnswersAndStopsWithNothingLeft() throws Exception {
    URI console;
    try (LocalSystem system = LocalSystem.start(options(Map.of("STAGEGATE_EMULATOR", "venv")))) {
      console = URI.create(system.state().console());
      // The function behind the gateway got its own environment, with the gateway's address.
      assertThat(get(console).body() + "/").isEqualTo(system.state().console());
      assertThat(LocalState.read(workspace.stateFile())).hasValue(system.state());
      assertThat(system.state().alive()).isTrue();
      assertThat(system.state().token()).hasSize(40);
      assertThatThrownBy(() -> LocalSystem.start(options(Map.of("STAGEGATE_EMULATOR", "venv"))))
          .isInstanceOf(AlreadyRunningException.class)
          .hasMessageContaining(console.toString());
    }
    assertThat(workspace.stateFile()).doesNotExist();
    assertThat(children()).isZero();
    assertThatThrownBy(() -> get(console)).isInstanceOf(IOException.class);
  }

  @Test
  void aStartThatFailsLeavesNothingRunning() throws Exception {
    Path template = workspace.cloudAssembly().resolve("Sample.template.json");
    String never =
        """
        "Never": {"Type": "AWS::CloudFormation::WaitCondition",
          "Properties": {"Handle": "http://127.0.0.1:9/", "Timeout": "1", "Count": 1}},
        "Table":""";
    Files.writeString(template, Files.readString(template).replace("\"Table\":", never));
    assertThatThrownBy(() -> LocalSystem.start(options(Map.of("STAGEGATE_EMULATOR", "venv"))))
        .hasMessageContaining("Never");
    assertThat(workspace.stateFile()).doesNotExist();
    assertThat(children()).isZero();
  }

  @Test
  void usesAnEmulatorThatRunsAndLeavesItRunning() throws Exception {
    try (var emulator = TestEmulator.start(root.resolve("external"))) {
      Map<String, String> given = Map.of("AWS_ENDPOINT_URL", emulator.endpoint().toString());
      try (LocalSystem system = LocalSystem.start(options(given))) {
        assertThat(get(URI.create(system.state().console())).statusCode()).isEqualTo(200);
      }
      assertThat(get(URI.create(emulator.endpoint() + "/_ministack/health")).statusCode())
          .isEqualTo(200);
    }
  }

  private static long children() {
    return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count();
  }

  private static HttpResponse<String> get(URI address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
