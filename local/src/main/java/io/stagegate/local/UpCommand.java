package io.stagegate.local;

import io.stagegate.local.demo.ExampleRepository;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./stagegate up}: the local system in the foreground until Ctrl-C. */
@Command(name = "up", description = "Run Stagegate on this machine until Ctrl-C.")
final class UpCommand implements Callable<Integer> {
  @Option(names = "--port", description = "Port of the console (a free one).", defaultValue = "0")
  int port;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  @Override
  public Integer call() throws Exception {
    Terminal terminal = Terminal.standard();
    LocalOptions options = LocalOptions.usual(terminal).withPort(port);
    Main.logTo(options.workspace());
    try (LocalSystem system = LocalSystem.start(options)) {
      ExampleRepository.serve(system, options.workspace());
      show(terminal, system);
      terminal.say(
          "  docs/api.md adds " + ExampleRepository.NAME + ", which GitHub's stand-in has.");
      // Ctrl-C ends the process; its shutdown hook stops the system.
      new CountDownLatch(1).await();
    }
    return 0;
  }

  static void show(Terminal terminal, LocalSystem system) {
    LocalState state = system.state();
    terminal.say("");
    terminal.say("  Console   " + state.console());
    terminal.say("  Webhooks  " + state.webhook() + "/PROJECT");
    terminal.say("  API       " + state.api() + "  (token in .stagegate/local.json)");
    terminal.say("  GitHub    " + state.github() + "  (stand-in)");
    terminal.say("  Slack     " + state.slack() + "  (stand-in)");
    terminal.say("  AWS       " + state.endpoint() + "  " + system.emulator());
    terminal.say("");
    terminal.say("  Ctrl-C stops everything.");
  }
}
