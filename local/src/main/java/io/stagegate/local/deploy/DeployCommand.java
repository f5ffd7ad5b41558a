package io.stagegate.local.deploy;

import io.stagegate.local.LocalOptions;
import io.stagegate.local.Terminal;
import io.stagegate.local.Workspace;
import io.stagegate.local.stack.CloudAssembly;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./stagegate deploy}: puts Stagegate into the user's AWS account. */
@Command(
    name = "deploy",
    description = "Put Stagegate into your AWS account; says what it will do, and asks.")
public final class DeployCommand implements Callable<Integer> {
  @Option(names = "--yes", description = "Do it without asking.")
  boolean yes;

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description = "A parameter of the template, as AdminLogin=ada.")
  Map<String, String> parameters = Map.of();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Override
  public Integer call() throws Exception {
    Terminal terminal = Terminal.standard();
    Workspace workspace = LocalOptions.usual(terminal).workspace();
    CloudAssembly assembly = CloudAssembly.read(workspace.cloudAssembly());
    for (String name : parameters.keySet()) {
      if (!assembly.parameters().contains(name)) {
        throw new IllegalArgumentException(
            "the template has no parameter " + name + "; it has " + assembly.parameters());
      }
    }
    DeployPlan plan =
        terminal.step(
            "looking at your AWS account", () -> Account.plan(assembly.stackName(), parameters));
    plan.lines().forEach(line -> terminal.say("  " + line));
    if (!yes && !agreed()) {
      terminal.say("Nothing was done.");
      return 1;
    }
    Path outputs = workspace.root().resolve("target/outputs.json");
    for (List<String> command : plan.commands(workspace.cloudAssembly(), outputs)) {
      terminal.say("");
      terminal.say("  " + String.join(" ", command));
      int exit = run(command, workspace.root(), plan.region());
      if (exit != 0) {
        return exit;
      }
    }
    terminal.say("  Its addresses are in target/outputs.json.");
    return 0;
  }

  private static boolean agreed() {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new IllegalStateException("nobody is there to be asked: add --yes");
    }
    String answer = console.readLine("  Do it? [y/N] ");
    return answer != null && answer.strip().matches("(?i)y|yes");
  }

  private static int run(List<String> command, Path folder, String region)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO().directory(folder.toFile());
    // What was shown is where it goes.
    builder.environment().put("AWS_REGION", region);
    Process process = builder.start();
    try {
      return process.waitFor();
    } finally {
      process.destroy();
    }
  }
}
