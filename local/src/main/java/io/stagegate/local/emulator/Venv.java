package io.stagegate.local.emulator;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.stagegate.local.support.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The project's own Python environment with the pinned emulator in it. */
public record Venv(Path folder) {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** Its Python. */
  public Path python() {
    return folder.resolve("bin/python");
  }

  /** Whether it is there and made from this requirements file. */
  public boolean isMade(Path requirements) {
    Path stamp = folder.resolve("requirements.done");
    try {
      return Files.isExecutable(python())
          && Files.isRegularFile(stamp)
          && Files.mismatch(stamp, requirements) == -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes it where it is missing or made from other requirements; takes ten seconds or more. Who
   * comes while another makes it, in this process or in another, waits and finds it made.
   *
   * @param python program of Python 3.10 or newer, with the venv module
   * @param log receives what pip prints
   * @return its Python
   */
  public Path make(String python, Path requirements, Path log) {
    if (isMade(requirements)) {
      return python();
    }
    // A file lock is the whole process's: within it the monitor keeps the others waiting.
    synchronized (Venv.class) {
      try (FileChannel channel = FileChannel.open(lockFile(), CREATE, WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !isMade(requirements)) {
          install(python, requirements, log);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return python();
  }

  private Path lockFile() throws IOException {
    Path beside = folder.toAbsolutePath().getParent();
    return Files.createDirectories(beside).resolve(folder.getFileName() + ".lock");
  }

  private void install(String python, Path requirements, Path log) throws IOException {
    Processes.run(
        List.of(python, "-m", "venv", "--clear", folder.toString()), Map.of(), log, log, LIMIT);
    Processes.run(
        List.of(
            python().toString(),
            "-m",
            "pip",
            "install",
            // Compiled when first used: botocore alone has hundreds of modules nobody needs here.
            "--no-compile",
            "--disable-pip-version-check",
            "--no-input",
            "-r",
            requirements.toString()),
        Map.of(),
        log,
        log,
        LIMIT);
    Files.copy(requirements, folder.resolve("requirements.done"));
  }
}
