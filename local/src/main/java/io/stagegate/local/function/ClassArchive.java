package io.stagegate.local.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The archive of loaded classes of one package (class data sharing): it halves the work of a start.
 *
 * <p>Writing it takes a JVM a second or two at its end, so one JVM for each package does it, once;
 * all others are ended at once.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/25/vm/class-data-sharing.html">Class Data
 *     Sharing</a>
 */
final class ClassArchive {
  private final Path file;
  private final Path part;
  private final AtomicBoolean taken = new AtomicBoolean();

  ClassArchive(Path file) {
    this.file = file.toAbsolutePath();
    this.part = this.file.resolveSibling(file.getFileName() + ".part");
  }

  /** What a JVM is told, and whether it writes the archive at its end. */
  record Role(List<String> flags, boolean writes) {
    /** Without any archive but the JDK's own: as Lambda starts a function. */
    static final Role NONE = new Role(List.of(), false);
  }

  Role join() {
    if (Files.isRegularFile(file)) {
      return new Role(List.of("-XX:SharedArchiveFile=" + file), false);
    }
    return taken.compareAndSet(false, true)
        ? new Role(List.of("-XX:ArchiveClassesAtExit=" + part), true)
        : Role.NONE;
  }

  /** The JVM that writes has ended: in order, or killed on the way. */
  void ended(boolean orderly) {
    try {
      if (orderly && Files.isRegularFile(part)) {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.deleteIfExists(part);
        taken.set(false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
