package io.stagegate.local.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.local.LocalSystem;
import io.stagegate.local.Terminal;
import io.stagegate.local.Workspace;
import io.stagegate.local.demo.Person;
import io.stagegate.local.demo.Story;
import io.stagegate.local.demo.StoryRepository;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The story of {@code ./stagegate demo}, which checks itself. */
@ExtendWith(SharedSystem.class)
@ResourceLock("where mail reaches the admin")
class StoryTest {
  @Test
  void playsToItsEnd(LocalSystem system, @TempDir Path folder) throws Exception {
    var example = new Workspace(Path.of(System.getProperty("stagegate.root"))).examples();
    var repository =
        StoryRepository.ofExample(example.resolve("orders"), folder.resolve("repository"));
    var said = new ByteArrayOutputStream();
    var terminal = new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8), false);
    try (var client = HttpClient.newHttpClient();
        var person = new Person(URI.create(system.state().console()));
        var second = new Person(URI.create(system.state().console()))) {
      var page = new Story(system, repository, terminal, client, person, second).tell();
      assertThat(person.open(page).text()).contains("orders");
    }
    // What a reader of the terminal is there for: both versions, and what the way back costs.
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("production answers:", "From build 2 to build 1.", "grace does so too")
        .contains(
            "- removed DraftsTable", "Variables.VERSION: v1 -> v2", "Variables.VERSION: v2 -> v1")
        .doesNotContain("✗");
  }
}
