package io.stagegate.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.local.emulator.Emulator;
import io.stagegate.local.emulator.TestEmulator;
import io.stagegate.local.web.LocalAddresses;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Deploying to the emulator itself. */
@Timeout(300)
class DeployerTest {
  @TempDir static Path folder;
  private static Emulator emulator;
  private static AwsClients clients;

  @BeforeAll
  static void start() {
    emulator = TestEmulator.start(folder);
    clients = new AwsClients(emulator.endpoint(), "us-east-1", "test", "test");
  }

  @AfterAll
  static void stop() {
    if (emulator != null) {
      clients.close();
      emulator.close();
    }
  }

  @Test
  void deploysWhatTheCdkSynthesizedAndFindsItsFunctions() throws Exception {
    CloudAssembly assembly = CloudAssembly.read(SampleAssembly.write(folder.resolve("cdk.out")));
    Deployer deployer = new Deployer(clients);
    Map<String, String> parameters = Map.of("PublicUrl", "http://here", "NotOfTheTemplate", "x");

    Deployment deployment = deployer.deploy(assembly, parameters);

    assertThat(deployment.output("ApiId")).isNotBlank();
    assertThat(deployment.functions())
        .singleElement()
        .satisfies(
            function -> {
              assertThat(function.environment()).isEqualTo(Map.of("OWN", "http://here"));
              assertThat(function.memoryMegabytes()).isEqualTo(256);
              assertThat(function.zip()).exists();
            });
    // Deploying the same once more changes nothing and is no failure.
    assertThat(deployer.deploy(assembly, parameters).outputs()).isEqualTo(deployment.outputs());
    assertThatThrownBy(() -> deployment.output("Nothing")).hasMessageContaining("no output");
  }

  @Test
  void theExampleDeploysInBothVersionsAndAnswers() throws Exception {
    try (CloudFormationClient client = clients.cloudFormation()) {
      Stacks stacks = new Stacks(client);
      for (String version : List.of("v1", "v2", "v1")) {
        String template = new ExampleService(version).packaged(clients);
        Stack stack = stacks.apply("orders", new Stacks.Inline(template), List.of());
        assertThat(answer(stack)).contains("\"version\": \"" + version + "\"");
      }
      stacks.delete("orders");
      assertThat(stacks.find("orders")).isEmpty();
    }
  }

  private static String answer(Stack stack) throws Exception {
    String address = stack.outputs().getFirst().outputValue();
    URI local = new LocalAddresses(emulator.endpoint()).local(address);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(local).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  @Test
  void aFailureNamesTheFirstResourceThatFailed() {
    String failing =
        """
        Resources:
          Handle: {Type: AWS::CloudFormation::WaitConditionHandle}
          Never:
            Type: AWS::CloudFormation::WaitCondition
            Properties: {Handle: !Ref Handle, Timeout: "1", Count: 1}
        """;
    try (CloudFormationClient client = clients.cloudFormation()) {
      Stacks stacks = new Stacks(client);
      assertThatThrownBy(() -> stacks.apply("failing", new Stacks.Inline(failing), List.of()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Never");
      // What a failed first deployment leaves does not stand in the way of the next.
      String good = "Resources:\n  Handle: {Type: AWS::CloudFormation::WaitConditionHandle}\n";
      assertThat(stacks.apply("failing", new Stacks.Inline(good), List.of()).stackName())
          .isEqualTo("failing");
    }
  }
}
