package io.stagegate.local;

import io.stagegate.local.deploy.DeployCommand;
import io.stagegate.local.support.Closer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of {@code ./stagegate} that need the local system. */
@Command(
    name = "stagegate",
    subcommands = {UpCommand.class, DemoCommand.class, DeployCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Nothing that libraries log belongs on the terminal; commands that keep a log name its file.
    LogManager.getLogManager().reset();
    System.exit(
        new CommandLine(new Main())
            .setExecutionExceptionHandler((e, line, parsed) -> failed(e, line))
            .execute(arguments));
  }

  private static int failed(Exception e, CommandLine line) {
    if (e instanceof Closer.AlreadyClosedException) {
      // Interrupted by the user, who knows.
      return 130;
    }
    Logger.getLogger(Main.class.getName()).log(Level.SEVERE, "failed", e);
    line.getErr().println("stagegate: " + e.getMessage());
    line.getErr().println("More in .stagegate/logs/.");
    return e instanceof AlreadyRunningException ? 3 : 1;
  }

  /** What libraries log goes to a file; the terminal is for the person. */
  static void logTo(Workspace workspace) {
    try {
      Handler file =
          new FileHandler(workspace.logs().resolve("local.%u.log").toString(), 10_000_000, 1);
      file.setFormatter(new SimpleFormatter());
      file.setEncoding(StandardCharsets.UTF_8.name());
      Logger root = Logger.getLogger("");
      root.addHandler(file);
      root.setLevel(Level.INFO);
    } catch (IOException e) {
      throw new UncheckedIOException("can't log to " + workspace.logs(), e);
    }
  }
}
