package io.stagegate.local;

import io.stagegate.local.emulator.ContainerEmulator;
import io.stagegate.local.emulator.Emulator;
import io.stagegate.local.emulator.EmulatorChoice;
import io.stagegate.local.emulator.ExternalEmulator;
import io.stagegate.local.emulator.Venv;
import io.stagegate.local.emulator.VenvEmulator;
import java.nio.file.Path;

/** Starts the emulator that was chosen. */
record EmulatorStarter(Workspace workspace, String python, String region, Progress progress) {
  Emulator start(EmulatorChoice choice) throws Exception {
    return switch (choice) {
      case EmulatorChoice.External external -> new ExternalEmulator(external.endpoint());
      case EmulatorChoice.Container container ->
          progress.step("starting the emulator in Docker", () -> ContainerEmulator.start(region));
      case EmulatorChoice.Venv venv -> inVenv();
    };
  }

  private Emulator inVenv() throws Exception {
    Venv venv = new Venv(workspace.venv());
    Path pipLog = workspace.logs().resolve("venv.log");
    if (!venv.isMade(workspace.requirements())) {
      progress.step(
          "installing the emulator from PyPI (once)",
          () -> venv.make(python, workspace.requirements(), pipLog));
    }
    return progress.step(
        "starting the emulator",
        () ->
            VenvEmulator.start(
                venv.python(),
                workspace.emulator(),
                workspace.logs().resolve("emulator.log"),
                region));
  }
}
