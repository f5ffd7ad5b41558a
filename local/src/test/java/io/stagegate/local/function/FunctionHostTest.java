package io.stagegate.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
@EnabledOnOs(value = OS.LINUX, disabledReason = "functions run on Linux only")
class FunctionHostTest {
  private static final URI EMULATOR = URI.create("http://127.0.0.1:9");

  @TempDir Path folder;
  private FunctionHost host;
  private HttpClient client;

  @BeforeEach
  void start() throws IOException {
    host =
        FunctionHost.start(
            new HostSettings(
                folder.resolve("functions"),
                folder.resolve("logs"),
                SampleZip.runtime(),
                Path.of(System.getProperty("java.home"), "bin/java"),
                InetAddress.getLoopbackAddress(),
                "127.0.0.1",
                "eu-central-1",
                "key",
                "secret",
                2,
                Duration.ofMillis(50)));
    client = HttpClient.newHttpClient();
    add("sample", SampleZip.HANDLER, Duration.ofSeconds(60));
  }

  @AfterEach
  void stop() {
    host.close();
    client.close();
  }

  private void add(String name, String handler, Duration timeout) throws IOException {
    Path zip = SampleZip.write(folder.resolve(name + ".zip"));
    host.add(
        new FunctionSpec(
            name,
            "arn:aws:lambda:x:y:function:" + name,
            handler,
            zip,
            256,
            timeout,
            Map.of("OWN", "mine")),
        EMULATOR);
  }

  @Test
  void answersWithTheHandlersResult() {
    HttpResponse<String> answer = invoke("sample", "hello");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("\"hello sample\"");
  }

  @Test
  void usesAnInstanceAgain() {
    assertThat(invoke("sample", "pid").body()).isEqualTo(invoke("sample", "pid").body());
  }

  @Test
  void aWarmInstanceTakesTheFirstInvocation() {
    host.warm(List.of("sample"));
    assertThat(Files.exists(folder.resolve("logs/sample.log"))).isTrue();
    assertThat(invoke("sample", "hello").statusCode()).isEqualTo(200);
  }

  @Test
  void givesTheFunctionItsOwnEnvironmentAndLambdasAndNothingElse() {
    assertThat(invoke("sample", "value").body()).isEqualTo("\"mine\"");
    String names = invoke("sample", "environment").body().replace("\"", "");
    assertThat(names.split(","))
        .containsExactlyInAnyOrder(
            "OWN",
            "_HANDLER",
            "LAMBDA_TASK_ROOT",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_EXECUTION_ENV",
            "AWS_REGION",
            "AWS_DEFAULT_REGION",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_ENDPOINT_URL",
            "LANG",
            "TZ",
            "PATH");
  }

  @Test
  void aHandlersExceptionIsAnErrorWithItsType() {
    HttpResponse<String> answer = invoke("sample", "fail");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("X-Amz-Function-Error")).hasValue("Unhandled");
    assertThat(answer.body()).contains("java.lang.IllegalArgumentException").contains("as asked");
    assertThat(invoke("sample", "hello").statusCode()).isEqualTo(200);
  }

  @Test
  void aCrashIsAnErrorAndTheNextInvocationGetsANewJvm() {
    String before = invoke("sample", "pid").body();
    assertThat(invoke("sample", "crash").body())
        .contains("Runtime.ExitError")
        .contains("exit status 7");
    assertThat(invoke("sample", "pid").body()).matches("\"\\d+\"").isNotEqualTo(before);
  }

  @Test
  void aJvmThatEndedWhileIdleIsNotNoticed() {
    long pid = Long.parseLong(invoke("sample", "pid").body().replace("\"", ""));
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
    assertThat(invoke("sample", "hello").statusCode()).isEqualTo(200);
  }

  @Test
  void theDeadlineEndsTheJvm() throws IOException {
    add("slow", SampleZip.HANDLER, Duration.ofSeconds(3));
    HttpResponse<String> answer = invoke("slow", "hang");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("Sandbox.Timedout").contains("timed out after 3.00 seconds");
  }

  @Test
  void twoInvocationsRunAtTheSameTimeInTwoJvms() throws IOException {
    Path meeting = Files.createDirectory(folder.resolve("meeting"));
    CompletableFuture<String> one =
        CompletableFuture.supplyAsync(() -> invoke("sample", "meet " + meeting).body());
    String two = invoke("sample", "meet " + meeting).body();
    assertThat(one.join()).matches("\"\\d+\"").isNotEqualTo(two);
  }

  @Test
  void aHandlerThatIsNotThereIsAnErrorOfTheStart() throws IOException {
    add("wrong", "no.such.Handler::handleRequest", Duration.ofSeconds(20));
    HttpResponse<String> answer = invoke("wrong", "hello");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("no.such.Handler");
  }

  @Test
  void nobodyInvokesWithoutTheSecretAddress() throws Exception {
    URI address = host.addressOf("sample");
    URI guessed = address.resolve("/0000/sample");
    HttpRequest request =
        HttpRequest.newBuilder(guessed).POST(HttpRequest.BodyPublishers.ofString("{}")).build();
    assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void closingEndsEveryJvm() {
    long pid = Long.parseLong(invoke("sample", "pid").body().replace("\"", ""));
    host.close();
    assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  private HttpResponse<String> invoke(String function, String word) {
    HttpRequest request =
        HttpRequest.newBuilder(host.addressOf(function))
            .POST(HttpRequest.BodyPublishers.ofString("\"" + word + "\""))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
