package io.stagegate.local.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagegate.local.LocalSystem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The audit log's whole road: things are done, written to a file, checked, and tampered with. */
@ExtendWith(SharedSystem.class)
class AuditTest {
  private static final Path CLI =
      Path.of(System.getProperty("stagegate.root"), "cli/target/stagegate-cli.jar");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void whatWasDoneIsRememberedSignedAndCheckedOffline(LocalSystem system) throws Exception {
    assumeTrue(Files.exists(CLI), "cli/ is not packaged: ./stagegate test does that");
    try (var road = new Road(system, "audited", folder, Templates.version(1))) {
      road.deploy(1);
      road.bringToProduction(1);
      var digest = road.review(1).path("digest").asText();
      var lines = signed(system, 5);

      assertThat(lines)
          .extracting(line -> line.path("action").asText())
          .startsWith(
              "project.added",
              "release.requested",
              "release.approved",
              "release.executed",
              "release.ended");
      var approved = lines.get(2);
      assertThat(approved.path("channel").asText()).isEqualTo("API");
      assertThat(approved.path("address").asText()).isNotEmpty();
      assertThat(approved.path("digest").asText()).isEqualTo(digest);
      assertThat(lines.get(3).path("digest").asText()).isEqualTo(digest);

      var export = folder.resolve("audited.jsonl");
      assertThat(cli(system, export, "export", "audited")).isZero();
      assertThat(cli(system, folder.resolve("whole"), "verify", export.toString())).isZero();
      assertThat(folder.resolve("whole"))
          .content()
          .startsWith("Whole: 5 entries, all of them signed");

      var tampered =
          Files.writeString(
              folder.resolve("tampered.jsonl"),
              Files.readString(export).replaceFirst("Approved release 1", "Rejected release 1"));
      assertThat(cli(system, folder.resolve("broken"), "verify", tampered.toString())).isOne();
      assertThat(folder.resolve("broken")).content().contains("Entry 3 was changed");
    }
  }

  /** Waits for the head of so many entries to be signed; gives the export's lines. */
  private static List<JsonNode> signed(LocalSystem system, int entries) {
    return Road.until(
        "a signed head of " + entries + " entries",
        () -> {
          var all = export(system);
          return Optional.of(all)
              .filter(lines -> lines.getLast().path("kind").asText().equals("head"))
              .filter(lines -> lines.getLast().path("number").asInt() == entries);
        });
  }

  private static List<JsonNode> export(LocalSystem system) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create(system.state().api() + "/projects/audited/audit/export"))
              .timeout(LIMIT)
              .header("authorization", "Bearer " + system.state().token())
              .build();
      var answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type")).hasValue("application/x-ndjson");
      List<JsonNode> lines = new ArrayList<>();
      for (var line : answer.body().lines().toList()) {
        lines.add(new ObjectMapper().readTree(line));
      }
      return lines;
    }
  }

  /** Runs a command of {@code ./stagegate audit} as the launcher does; gives its exit code. */
  private int cli(LocalSystem system, Path output, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstagegate.folder=" + folder,
                "-jar",
                CLI.toString(),
                "audit"));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command).redirectOutput(output.toFile()).redirectErrorStream(true);
    var url = system.state().api().replaceFirst("/api/v1$", "");
    builder
        .environment()
        .putAll(Map.of("STAGEGATE_URL", url, "STAGEGATE_TOKEN", system.state().token()));
    var process = builder.start();
    assertThat(process.waitFor(LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
