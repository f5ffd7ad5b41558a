package io.stagegate.local.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagegate.local.support.Waiting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResultCode;

/** The project's state machines on an emulator, with one scripted function in all places. */
final class StateMachines implements AutoCloseable {
  private static final String STUB = "stub";
  private static final String ROLE = "arn:aws:iam::000000000000:role/any";

  private final SfnClient sfn;
  private final LambdaClient lambda;
  private final Map<String, String> arns;

  /**
   * What an execution did.
   *
   * @param states the names of the states it entered, in order, without those inside a Map
   * @param calls the tasks that its functions were asked for, in order, inside a Map too
   */
  record Run(ExecutionStatus status, List<String> states, List<String> calls) {}

  StateMachines(URI endpoint, String region, Path definitions, Map<String, Script> scripts)
      throws IOException {
    var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    this.sfn =
        SfnClient.builder()
            .endpointOverride(endpoint)
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    this.lambda =
        LambdaClient.builder()
            .endpointOverride(endpoint)
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    var stub =
        lambda
            .createFunction(
                create ->
                    create
                        .functionName(STUB)
                        .runtime(Runtime.PROVIDED_AL2023)
                        .handler("bootstrap")
                        .role(ROLE)
                        .timeout(30)
                        .environment(
                            environment ->
                                environment.variables(
                                    Map.of("ENDPOINT", endpoint.toString(), "REGION", region)))
                        .code(code -> code.zipFile(SdkBytes.fromByteArray(zip(scripts)))))
            .functionArn();
    this.arns =
        Map.of(
            "build", create("build", definitions, stub),
            "release", create("release", definitions, stub));
  }

  private String create(String name, Path definitions, String stub) throws IOException {
    var text =
        Files.readString(definitions.resolve(name + ".asl.json"))
            .replaceAll("\\$\\{[A-Za-z]+FunctionArn}", stub);
    var checked = sfn.validateStateMachineDefinition(validate -> validate.definition(text));
    if (checked.result() != ValidateStateMachineDefinitionResultCode.OK) {
      throw new IllegalStateException(name + ": " + checked.diagnostics());
    }
    return sfn.createStateMachine(machine -> machine.name(name).definition(text).roleArn(ROLE))
        .stateMachineArn();
  }

  /** Starts an execution; the script is the one named like the project. */
  String start(String machine, String project) {
    return sfn.startExecution(
            start ->
                start
                    .stateMachineArn(arns.get(machine))
                    .name(project)
                    .input("{\"project\":\"" + project + "\",\"" + machine + "\":1}"))
        .executionArn();
  }

  /** Waits for an execution's end. */
  Run finish(String project, String execution) throws IOException {
    var status =
        Waiting.until(
            "the end of " + project,
            Duration.ofSeconds(120),
            Duration.ofMillis(50),
            () ->
                Optional.of(
                        sfn.describeExecution(describe -> describe.executionArn(execution))
                            .status())
                    .filter(now -> now != ExecutionStatus.RUNNING));
    var states =
        sfn
            .getExecutionHistoryPaginator(history -> history.executionArn(execution))
            .events()
            .stream()
            .filter(event -> event.stateEnteredEventDetails() != null)
            .map(StateMachines::entered)
            .toList();
    return new Run(status, states, calls(project));
  }

  private List<String> calls(String project) throws IOException {
    var payload = "{\"task\":\"calls\",\"project\":\"" + project + "\"}";
    var answer =
        lambda.invoke(
            invoke -> invoke.functionName(STUB).payload(SdkBytes.fromUtf8String(payload)));
    return new ObjectMapper()
        .readValue(answer.payload().asByteArray(), new TypeReference<List<String>>() {});
  }

  private static String entered(HistoryEvent event) {
    return event.stateEnteredEventDetails().name();
  }

  private static byte[] zip(Map<String, Script> scripts) {
    try (InputStream in = StateMachines.class.getResourceAsStream("stub.py")) {
      var code = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      var json = json(scripts).replace("\\", "\\\\");
      var bytes = new ByteArrayOutputStream();
      try (var zip = new ZipOutputStream(bytes)) {
        zip.putNextEntry(new ZipEntry("bootstrap"));
        zip.write(code.replace("@SCRIPTS@", json).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String json(Map<String, Script> scripts) throws JsonProcessingException {
    var plain = new java.util.TreeMap<String, Object>();
    scripts.forEach((name, script) -> plain.put(name, script.answers()));
    return new ObjectMapper().writeValueAsString(plain);
  }

  @Override
  public void close() {
    sfn.close();
    lambda.close();
  }
}
