package io.stagegate.local;

import io.stagegate.local.demo.Person;
import io.stagegate.local.demo.Story;
import io.stagegate.local.demo.StoryException;
import io.stagegate.local.demo.StoryRepository;
import io.stagegate.local.support.Waiting;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./stagegate demo}: starts the local system and plays the story against it. */
@Command(name = "demo", description = "Play a whole promotion and rollback on this machine.")
final class DemoCommand implements Callable<Integer> {
  @Option(names = "--keep", description = "Leave the system up afterwards, until Ctrl-C.")
  boolean keep;

  @Option(
      names = "--repo",
      paramLabel = "DIR",
      description = "Tell the story with this git repository's last two template changes.")
  @Nullable Path repo;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Override
  public Integer call() throws Exception {
    var begun = Instant.now();
    Terminal terminal = Terminal.standard();
    LocalOptions options = LocalOptions.usual(terminal);
    Main.logTo(options.workspace());
    StoryRepository repository;
    try {
      repository = repository(options.workspace());
    } catch (StoryException e) {
      terminal.say("There is no story to tell: " + e.getMessage());
      return 1;
    }
    terminal.say("Starting Stagegate on this machine");
    try (LocalSystem system = LocalSystem.start(options);
        HttpClient client = HttpClient.newHttpClient();
        Person person = new Person(URI.create(system.state().console()));
        Person second = new Person(URI.create(system.state().console()))) {
      var page = new Story(system, repository, terminal, client, person, second).tell();
      terminal.say("");
      terminal.say(
          "The whole story took " + Duration.between(begun, Instant.now()).toSeconds() + " s.");
      if (keep) {
        terminal.say("It is all still there:");
        UpCommand.show(terminal, system);
        terminal.say("  Look at    " + system.state().console() + page.substring(1));
        new CountDownLatch(1).await();
      }
    } catch (StoryException | Waiting.TookTooLongException e) {
      terminal.say("");
      terminal.say("The story stops here: " + e.getMessage());
      terminal.say("The functions' logs are in .stagegate/logs/.");
      return 1;
    }
    terminal.say("Next: ./stagegate demo --keep leaves the console up to look at,");
    terminal.say("      ./stagegate demo --repo DIR tells it with a repository of yours,");
    terminal.say(
        "      ./stagegate up starts a system without a story, for the calls of docs/api.md.");
    return 0;
  }

  private StoryRepository repository(Workspace workspace) {
    var folder = workspace.home().resolve("demo").resolve("repository");
    return repo == null
        ? StoryRepository.ofExample(workspace.examples().resolve("orders"), folder)
        : StoryRepository.ofClone(repo, folder);
  }
}
