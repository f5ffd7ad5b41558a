package io.stagegate.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands of {@code ./stagegate} that need no system. */
@Command(name = "./stagegate", synopsisSubcommandLabel = "COMMAND")
final class Main {
  /** {@code EX_SOFTWARE} of sysexits.h: Stagegate itself is at fault. */
  private static final int DEFECT = 70;

  private static final int WIDTH = 100;

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(Surroundings.ofProcess(), arguments));
  }

  static int run(Surroundings surroundings, String... arguments) {
    PrintWriter out = surroundings.text();
    int code =
        new CommandLine(new Main())
            .addSubcommand("review", new ReviewCommand(surroundings))
            .addSubcommand(
                "audit",
                new CommandLine(new AuditCommand())
                    .addSubcommand("verify", new AuditVerifyCommand(surroundings))
                    .addSubcommand("export", new AuditExportCommand(surroundings)))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExpandAtFiles(false)
            .setUsageHelpWidth(WIDTH)
            .setColorScheme(Help.defaultColorScheme(surroundings.color() ? Ansi.ON : Ansi.OFF))
            .setOut(out)
            .setParameterExceptionHandler((e, given) -> misused(surroundings, e))
            .setExecutionExceptionHandler((e, line, parsed) -> failed(surroundings, e))
            .execute(arguments);
    out.flush();
    return code;
  }

  private static int misused(Surroundings surroundings, ParameterException e) {
    surroundings.say(String.valueOf(e.getMessage()));
    if (e instanceof UnmatchedArgumentException unmatched) {
      unmatched.getSuggestions().stream()
          .findFirst()
          .ifPresent(like -> surroundings.say("did you mean " + like + "?"));
    }
    surroundings.say(
        e.getCommandLine().getCommandSpec().qualifiedName() + " --help lists what it takes");
    return Verdict.UNREADABLE;
  }

  private static int failed(Surroundings surroundings, Exception e) {
    surroundings.say("this should not happen, please report it: " + e);
    return DEFECT;
  }
}
