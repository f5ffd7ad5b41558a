package io.stagegate.bench;

import io.stagegate.local.LocalSystem;
import io.stagegate.local.Terminal;
import io.stagegate.local.Workspace;
import io.stagegate.local.demo.StoryRepository;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Pushes and promotions beside the same calls, in turns: the example's two versions take turns too,
 * so that every round changes a property, adds a resource and removes one.
 */
record Flow(LocalSystem system, Workspace workspace, Terminal terminal, Path folder, int rounds) {

  void measure(Figures figures) throws Exception {
    Optional<AwsCli> cli = AwsCli.find(system.state(), folder);
    Path example = workspace.examples().resolve("orders");
    StoryRepository repository = StoryRepository.ofExample(example, folder.resolve("repository"));
    Map<Calls, FlowTimes> times = new LinkedHashMap<>();
    try (HttpClient client = HttpClient.newHttpClient();
        S3Client s3 = system.clients().s3();
        CloudFormationClient cloudFormation = system.clients().cloudFormation()) {
      s3.createBucket(request -> request.bucket(ByHand.BUCKET));
      Releases releases = new Releases(system, repository, client);
      Calls sdk = new Sdk(cloudFormation, s3);
      cli.ifPresent(calls -> times.put(calls, new FlowTimes()));
      times.put(sdk, new FlowTimes());
      terminal.step(
          "first push and promotion",
          () -> {
            releases.push(repository.again(repository.first(), "First"), Optional.empty());
            return releases.promote(Optional.empty());
          });
      int pushes = 0;
      for (int round = 0; round <= rounds; round++) {
        int now = round;
        for (Calls calls : times.keySet()) {
          FlowTimes into = times.getOrDefault(calls, new FlowTimes());
          String files = ++pushes % 2 == 0 ? repository.first() : repository.second();
          String commit = repository.again(files, "Push " + pushes);
          terminal.step(
              "round " + round + ": push and promotion",
              () -> ours(releases, commit, calls, now, into));
          terminal.step(
              "round " + round + ": the same by " + calls.way(),
              () -> byHand(calls, example, now, into));
        }
      }
      show(figures, cli, times, sdk);
    }
  }

  private void show(Figures figures, Optional<AwsCli> cli, Map<Calls, FlowTimes> times, Calls sdk)
      throws Exception {
    if (cli.isPresent()) {
      times.getOrDefault(cli.get(), new FlowTimes()).showBesideCli(figures);
      figures.alone("AWS CLI's own start, in each of its calls", cli.get().start());
    } else {
      terminal.say("  " + AwsCli.INSTALL);
    }
    times.getOrDefault(sdk, new FlowTimes()).showBesideSdk(figures);
  }

  /** Round 0 warms up and isn't counted. */
  private static FlowTimes ours(
      Releases releases, String commit, Calls calls, int round, FlowTimes into) throws Exception {
    Duration push = releases.push(commit, Optional.of(calls));
    Duration decision = releases.promote(Optional.of(calls));
    if (round > 0) {
      into.push().add(push);
      into.decision().add(decision);
    }
    return into;
  }

  private FlowTimes byHand(Calls calls, Path example, int round, FlowTimes into) throws Exception {
    ByHand hand = new ByHand(calls, system.state().endpoint(), folder);
    String name = "round-" + round;
    long begun = System.nanoTime();
    String template = hand.upload(example.resolve(round % 2 == 0 ? "v1" : "v2"), name);
    hand.apply("dev", name, template, round == 0);
    Duration push = Duration.ofNanos(System.nanoTime() - begun);
    ByHand.Took took = hand.apply("production", name, template, round == 0);
    if (round > 0) {
      into.handPush().add(push);
      into.handWhole().add(took.whole());
      into.handApplying().add(took.applying());
    }
    return into;
  }
}
