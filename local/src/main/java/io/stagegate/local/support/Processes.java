package io.stagegate.local.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs and ends other programs. */
public final class Processes {
  private Processes() {}

  /** A program ended with another exit code than 0, could not be started, or took too long. */
  public static final class FailedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    FailedException(String message) {
      super(message);
    }

    FailedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Runs a program to its end.
   *
   * @param more environment variables beside those of this process
   * @param out receives its standard output; its standard error goes to {@code errors}
   * @throws FailedException with the end of {@code errors} in the message
   */
  public static void run(
      List<String> command, Map<String, String> more, Path out, Path errors, Duration limit) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(more);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectOutput(out.toFile());
    if (out.equals(errors)) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(errors.toFile());
    }
    try {
      Process process = builder.start();
      try {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new FailedException(command.getFirst() + " took over " + limit.toSeconds() + " s");
        }
      } finally {
        end(process, Duration.ZERO);
      }
      if (process.exitValue() != 0) {
        throw new FailedException(
            "%s ended with %d: %s"
                .formatted(String.join(" ", command), process.exitValue(), tail(errors, 20)));
      }
    } catch (IOException e) {
      throw new FailedException("could not run " + command.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailedException("interrupted while running " + command.getFirst(), e);
    }
  }

  /** Ends a process and those it started: first politely, after {@code patience} by force. */
  public static void end(Process process, Duration patience) {
    if (!process.isAlive()) {
      return;
    }
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    boolean interrupted = false;
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        process.waitFor(2, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      interrupted = true;
    }
    children.forEach(ProcessHandle::destroyForcibly);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last lines of a text file; empty when there is none. */
  public static String tail(Path file, int lines) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (Stream<String> all = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      List<String> list = all.toList();
      return String.join("\n", list.subList(Math.max(0, list.size() - lines), list.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
