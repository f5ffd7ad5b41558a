package io.stagegate.local.emulator;

import static org.junit.jupiter.api.Assumptions.abort;

import io.stagegate.local.Workspace;
import io.stagegate.local.support.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The emulator from PyPI for tests, from the same environment that {@code ./stagegate} makes. */
public final class TestEmulator {
  private TestEmulator() {}

  /** Starts one with its own files in {@code folder}; the test is skipped where it can't be had. */
  public static Emulator start(Path folder) {
    return VenvEmulator.start(
        prepare(folder).python(),
        folder.resolve("emulator"),
        folder.resolve("emulator.log"),
        "us-east-1");
  }

  /** Makes the project's environment with its log in {@code folder}, or skips the test. */
  public static Venv prepare(Path folder) {
    Workspace workspace = new Workspace(Path.of(System.getProperty("stagegate.root")));
    Venv venv = new Venv(workspace.venv());
    try {
      Files.createDirectories(folder);
      venv.make(
          System.getProperty("stagegate.python", "python3"),
          workspace.requirements(),
          folder.resolve("venv.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Processes.FailedException e) {
      abort("the emulator can't be installed from PyPI: " + e.getMessage());
    }
    return venv;
  }
}
