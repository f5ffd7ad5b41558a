package io.stagegate.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./stagegate audit}: the audit log, written to a file and checked there. */
@Command(
    name = "audit",
    header = "Writes the audit log to a file, and checks such a file without any system.",
    synopsisSubcommandLabel = "verify | export")
final class AuditCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Override
  public void run() {
    throw new ParameterException(
        java.util.Objects.requireNonNull(spec).commandLine(), "audit takes verify or export");
  }
}
