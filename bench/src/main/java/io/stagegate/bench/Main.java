package io.stagegate.bench;

import io.stagegate.local.AlreadyRunningException;
import io.stagegate.local.LocalOptions;
import io.stagegate.local.LocalSystem;
import io.stagegate.local.Terminal;
import io.stagegate.local.Workspace;
import io.stagegate.review.ReviewHtml;
import io.stagegate.review.ReviewInput;
import io.stagegate.review.ReviewResult;
import io.stagegate.review.Reviewer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./stagegate bench}: measures, and prints one table. */
@Command(name = "bench", description = "Measure Stagegate beside the same work without it.")
public final class Main implements Callable<Integer> {
  @Option(names = "--rounds", description = "Rounds of each (5).", defaultValue = "5")
  int rounds;

  @Option(names = "--record", description = "Put the table into docs/benchmarks.md.")
  boolean record;

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
            .setExecutionExceptionHandler((e, line, parsed) -> failed(e, line))
            .execute(arguments));
  }

  private static int failed(Exception e, CommandLine line) {
    line.getErr().println("stagegate: " + e.getMessage());
    return e instanceof AlreadyRunningException ? 3 : 1;
  }

  @Override
  public Integer call() throws Exception {
    Terminal terminal = Terminal.standard();
    LocalOptions options = LocalOptions.usual(terminal);
    Workspace workspace = options.workspace();
    Path folder = Files.createDirectories(workspace.root().resolve("bench/target/run"));
    Figures figures = new Figures();
    try (LocalSystem system = LocalSystem.start(options)) {
      new Flow(system, workspace, terminal, folder, rounds).measure(figures);
      new ColdStarts(system, workspace, terminal, folder, rounds).measure(figures);
    }
    review(figures, terminal, folder);
    new CommandStart(workspace.root(), terminal, rounds).measure(figures);
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

  private static void review(Figures figures, Terminal terminal, Path folder) throws Exception {
    double warm =
        terminal.step(
            "JMH: review of 500 changes",
            () -> ReviewBenchmark.measure(folder.resolve("jmh.log"), "-XX:+UseSerialGC"));
    double lambda =
        terminal.step(
            "JMH: the same with the functions' flags",
            () ->
                ReviewBenchmark.measure(
                    folder.resolve("jmh-functions.log"),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx435m"));
    figures.alone("review of 500 changes in 6 stacks, warm", warm, "ms", 10);
    figures.alone("the same with the functions' JVM flags", lambda, "ms", 10);
    switch (new Reviewer().review(ReviewInput.of(new BigChangeSet().documents()))) {
      case ReviewResult.Reviewed(var review) -> {
        byte[] page = new ReviewHtml().render(review).getBytes(StandardCharsets.UTF_8);
        figures.alone("its page", page.length / 1e3, "KB", 300);
      }
      case ReviewResult.Unreadable(var reason) -> throw new IllegalStateException(reason);
    }
  }
}
