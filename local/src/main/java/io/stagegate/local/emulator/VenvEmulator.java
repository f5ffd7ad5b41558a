package io.stagegate.local.emulator;

import io.stagegate.local.support.Ports;
import io.stagegate.local.support.Processes;
import io.stagegate.local.support.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The emulator as a Python process of this machine, from the project's own environment. */
public final class VenvEmulator implements Emulator {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);

  private final URI endpoint;
  private final Process process;

  private VenvEmulator(URI endpoint, Process process) {
    this.endpoint = endpoint;
    this.process = process;
  }

  /**
   * Starts it on a free port of the loopback address, and returns when it answers.
   *
   * @param python of an environment that {@link Venv} has made
   * @param folder for its own files
   * @param log receives what it prints
   */
  public static VenvEmulator start(Path python, Path folder, Path log, String region) {
    int port = Ports.free();
    Process process = launch(python, folder, log, region, port);
    VenvEmulator emulator = new VenvEmulator(URI.create("http://127.0.0.1:" + port), process);
    try {
      emulator.awaitReady(log);
      return emulator;
    } catch (RuntimeException e) {
      emulator.close();
      throw e;
    }
  }

  private static Process launch(Path python, Path folder, Path log, String region, int port) {
    try {
      Path temporary = Files.createDirectories(folder.resolve("tmp"));
      Path script = folder.resolve("child.py");
      try (InputStream in = VenvEmulator.class.getResourceAsStream("child.py")) {
        Files.write(script, Objects.requireNonNull(in, "child.py").readAllBytes());
      }
      ProcessBuilder builder =
          new ProcessBuilder(List.of(python.toString(), "-u", script.toString()));
      Map<String, String> environment = builder.environment();
      // Nothing of the user's AWS settings may reach the emulator or the functions it runs.
      environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("PYTHON"));
      environment.put("GATEWAY_PORT", Integer.toString(port));
      environment.put("BIND_HOST", "127.0.0.1");
      environment.put("MINISTACK_REGION", region);
      environment.put("LOG_LEVEL", "WARNING");
      environment.put("TMPDIR", temporary.toString());
      environment.put("STATE_DIR", folder.resolve("state").toString());
      environment.put("S3_DATA_DIR", folder.resolve("s3").toString());
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("can't start the emulator", e);
    }
  }

  private void awaitReady(Path log) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(endpoint + "/_ministack/ready"))
              .timeout(Duration.ofSeconds(2))
              .build();
      Waiting.until(
          "an answer of the emulator (see " + log + ")",
          START_LIMIT,
          Duration.ofMillis(50),
          () -> {
            if (!process.isAlive()) {
              throw new IllegalStateException(
                  "the emulator ended while starting:\n" + Processes.tail(log, 10));
            }
            return answers(client, request) ? Optional.of(true) : Optional.empty();
          });
    }
  }

  private static boolean answers(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      // Not listening yet.
      return false;
    }
  }

  @Override
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public String description() {
    return "ministack from PyPI";
  }

  @Override
  public void close() {
    Processes.end(process, Duration.ofSeconds(3));
  }
}
