package io.stagegate.bench;

import io.stagegate.local.AlreadyRunningException;
import io.stagegate.local.LocalOptions;
import io.stagegate.local.LocalSystem;
import io.stagegate.local.Terminal;
import io.stagegate.local.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./stagegate bench}: measures, and prints one table. */
@Command(name = "bench", description = "Measure Stagegate beside the same work without it.")
public final class Main implements Callable<Integer> {
  /** What can be measured by itself. */
  enum Part {
    FLOW,
    STARTS,
    REVIEW,
    COMMAND
  }

  @Option(names = "--rounds", description = "Rounds of each (5).", defaultValue = "5")
  int rounds;

  @Option(names = "--record", description = "Put the whole table into docs/benchmarks.md.")
  boolean record;

  @Option(
      names = "--only",
      split = ",",
      description = "Measure these alone: ${COMPLETION-CANDIDATES}.")
  Set<Part> only = EnumSet.allOf(Part.class);

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  /** Runs it and ends the process with 0, or with 1 when something could not be measured. */
  public static void main(String[] arguments) {
    LogManager.getLogManager().reset();
    System.exit(
        new CommandLine(new Main())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((e, line, parsed) -> failed(e, line))
            .execute(arguments));
  }

  private static int failed(Exception e, CommandLine line) {
    line.getErr().println("stagegate: " + e.getMessage());
    return e instanceof AlreadyRunningException ? 3 : 1;
  }

  @Override
  public Integer call() throws Exception {
    if (record && only.size() < Part.values().length) {
      throw new IllegalArgumentException("--record is for the whole table, without --only");
    }
    Terminal terminal = Terminal.standard();
    LocalOptions options = LocalOptions.usual(terminal);
    Workspace workspace = options.workspace();
    Path folder = Files.createDirectories(workspace.root().resolve("bench/target/run"));
    Figures figures = new Figures();
    if (only.contains(Part.FLOW) || only.contains(Part.STARTS)) {
      try (LocalSystem system = LocalSystem.start(options)) {
        if (only.contains(Part.FLOW)) {
          new Flow(system, workspace, terminal, folder, rounds).measure(figures);
        }
        if (only.contains(Part.STARTS)) {
          new ColdStarts(system, workspace, terminal, folder, rounds).measure(figures);
        }
      }
    }
    if (only.contains(Part.REVIEW)) {
      new ReviewTimes(terminal, folder).measure(figures);
    }
    if (only.contains(Part.COMMAND)) {
      new CommandStart(workspace.root(), terminal, rounds).measure(figures);
    }
    terminal.say("");
    terminal.say(figures.table());
    terminal.say(
        "Medians of " + rounds + " rounds; docs/benchmarks.md says what is measured and how.");
    if (record) {
      new RecordedFigures(workspace.root().resolve("docs/benchmarks.md"))
          .replaceFigures(figures.table());
    }
    return 0;
  }
}
