package io.stagegate.local.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagegate.local.LocalSystem;
import io.stagegate.local.Workspace;
import io.stagegate.local.demo.ExampleRepository;
import io.stagegate.local.support.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Reads docs/api.md as a newcomer does: every block of commands, as it stands and in its order, in
 * one bash, against the local system. What the page shows as answers has to come.
 */
@ExtendWith(SharedSystem.class)
@ResourceLock("where mail reaches the admin")
class ApiPageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(160);

  /** The real curl; the status of each call is noted beside it. */
  private static final String NOTING_STATUS =
      """
      curl() { command curl -w '%{stderr}%{http_code}' "$@" 2>"$OUT/status"; }
      """;

  @TempDir Path out;

  @Test
  void everyCallAnswersWhatThePageShows(LocalSystem system) throws Exception {
    for (var program : new String[] {"bash", "curl", "python3"}) {
      assumeTrue(isThere(program), program + " is not installed: docs/api.md can't be followed");
    }
    var workspace = new Workspace(SharedSystem.folder());
    ExampleRepository.serve(system, workspace);
    var root = Path.of(System.getProperty("stagegate.root"));
    var page = ApiPage.read(Files.readString(root.resolve("docs/api.md")));
    assertThat(page.blocks().stream().filter(block -> block.answer().isPresent()))
        .hasSizeGreaterThan(12);

    run(script(page, workspace.root()));

    var softly = new SoftAssertions();
    for (int i = 0; i < page.blocks().size(); i++) {
      check(softly, i, page.blocks().get(i));
    }
    softly.assertAll();
  }

  private String script(ApiPage page, Path folder) {
    var script = new StringBuilder(NOTING_STATUS).append("cd '").append(folder).append("'\n");
    for (int i = 0; i < page.blocks().size(); i++) {
      script
          .append("{\n")
          .append(page.blocks().get(i).commands())
          .append("} >\"$OUT/%1$d.body\"; mv \"$OUT/status\" \"$OUT/%1$d.status\"\n".formatted(i));
    }
    return script.toString();
  }

  private void run(String script) throws IOException {
    var file = Files.writeString(out.resolve("page.sh"), script);
    var log = out.resolve("log");
    var command = List.of("bash", file.toString());
    Processes.run(command, Map.of("OUT", out.toString()), log, log, LIMIT);
  }

  private void check(SoftAssertions softly, int i, ApiPage.Block block) throws IOException {
    var status = out.resolve(i + ".status");
    if (block.answer().isEmpty()) {
      if (Files.exists(status)) {
        softly.assertThat(status).as(block.commands()).content().matches("2\\d\\d");
      }
      return;
    }
    var shown = block.answer().get();
    softly.assertThat(status).as(block.commands()).hasContent(Integer.toString(shown.status()));
    var body = Files.readString(out.resolve(i + ".body"));
    softly
        .assertThat(ApiPage.missing(shown.body(), parsed(body)))
        .as("%s%s", block.commands(), body)
        .isEmpty();
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return JSON.getNodeFactory().textNode("no JSON: " + body);
    }
  }

  private static boolean isThere(String program) {
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
