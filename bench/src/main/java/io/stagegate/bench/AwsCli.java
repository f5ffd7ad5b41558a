package io.stagegate.bench;

import io.stagegate.local.LocalState;
import io.stagegate.local.support.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The AWS CLI, as somebody at a terminal uses it, against the emulator only.
 *
 * @param program the {@code aws} that was found
 * @param environment names the emulator; no profile or configuration of this machine is read
 * @param folder for its answers
 */
record AwsCli(Path program, Map<String, String> environment, Path folder) implements Calls {
  /** What to say where there is none. */
  static final String INSTALL =
      "no aws on PATH, so nothing is measured by hand: pip install awscli==1.45.11 brings it";

  static Optional<AwsCli> find(LocalState state, Path folder) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry, "aws"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new AwsCli(program, environment(state), folder));
  }

  private static Map<String, String> environment(LocalState state) {
    return Map.of(
        "AWS_ENDPOINT_URL", state.endpoint(),
        "AWS_DEFAULT_REGION", state.region(),
        "AWS_ACCESS_KEY_ID", "test",
        "AWS_SECRET_ACCESS_KEY", "test",
        "AWS_CONFIG_FILE", "/dev/null",
        "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
        "AWS_PAGER", "");
  }

  /** Runs one command and returns what it prints, as text. */
  String run(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("/usr/bin/env", "-u", "AWS_PROFILE", "-u", "AWS_SESSION_TOKEN"));
    command.add(program.toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--output", "text"));
    Path out = folder.resolve("aws.out");
    Processes.run(command, environment, out, folder.resolve("aws.err"), LIMIT);
    return Files.readString(out).strip();
  }

  private String cloudFormation(String call, String... arguments) throws IOException {
    return run(
        Stream.concat(Stream.of("cloudformation", call), Stream.of(arguments))
            .toArray(String[]::new));
  }

  @Override
  public String way() {
    return "cli";
  }

  @Override
  public void put(String bucket, String key, Path body) throws IOException {
    run("s3api", "put-object", "--bucket", bucket, "--key", key, "--body", body.toString());
  }

  @Override
  public String createChangeSet(String stack, String name, String templateUrl, boolean create)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--stack-name", stack));
    arguments.addAll(List.of("--change-set-name", name, "--template-url", templateUrl));
    arguments.addAll(List.of("--change-set-type", create ? "CREATE" : "UPDATE"));
    arguments.addAll(List.of("--capabilities", "CAPABILITY_NAMED_IAM", "--query", "Id"));
    return cloudFormation("create-change-set", arguments.toArray(String[]::new));
  }

  @Override
  public String changeSetStatus(String id) throws IOException {
    return cloudFormation("describe-change-set", "--change-set-name", id, "--query", "Status");
  }

  @Override
  public void execute(String id) throws IOException {
    cloudFormation("execute-change-set", "--change-set-name", id);
  }

  @Override
  public String state(String stack) throws IOException {
    String query = "Stacks[0].[StackStatus,LastUpdatedTime]";
    return cloudFormation("describe-stacks", "--stack-name", stack, "--query", query);
  }

  /** The median of what the CLI takes without any call: part of each. */
  Duration start() throws IOException {
    List<Duration> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      long begun = System.nanoTime();
      run("--version");
      all.add(Duration.ofNanos(System.nanoTime() - begun));
    }
    return Figures.median(all);
  }
}
