package io.stagegate.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./stagegate demo}: starts the local system and plays the story against it. */
@Command(name = "demo", description = "Play a whole promotion and rollback on this machine.")
final class DemoCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    Terminal terminal = Terminal.standard();
    LocalOptions options = LocalOptions.usual(terminal);
    Main.logTo(options.workspace());
    try (LocalSystem system = LocalSystem.start(options)) {
      UpCommand.show(terminal, system);
    }
    return 0;
  }
}
