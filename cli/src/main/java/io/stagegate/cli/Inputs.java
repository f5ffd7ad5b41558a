package io.stagegate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads what the caller names: files, pipes, and {@code -} for standard input. Together they hold
 * no more than {@value #MOST_MEGABYTES} MB, several times what CloudFormation answers for the
 * largest operation that it takes.
 */
final class Inputs {
  static final int MOST_MEGABYTES = 32;
  static final String STANDARD = "-";

  private final Surroundings surroundings;
  private int left = MOST_MEGABYTES * 1_000_000;
  private boolean standardTaken;

  Inputs(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  Read<Document> read(String name) {
    try {
      return name.equals(STANDARD) ? standard() : file(name);
    } catch (NoSuchFileException e) {
      return failed(name, "there is no such file");
    } catch (AccessDeniedException e) {
      return failed(name, "you may not read it");
    } catch (IOException | InvalidPathException e) {
      return failed(name, "can't be read: " + e.getMessage());
    }
  }

  private Read<Document> standard() throws IOException {
    if (standardTaken) {
      return failed(STANDARD, "standard input can be read only once");
    }
    standardTaken = true;
    return content(STANDARD, surroundings.in());
  }

  private Read<Document> file(String name) throws IOException {
    Path path = surroundings.folder().resolve(name);
    if (Files.isDirectory(path)) {
      return failed(name, "is a folder, not a file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return content(name, in);
    }
  }

  private Read<Document> content(String name, InputStream in) throws IOException {
    byte[] content = in.readNBytes(left + 1);
    if (content.length > left) {
      return failed(
          name, "is too large: " + MOST_MEGABYTES + " MB are read at most, all inputs together");
    }
    left -= content.length;
    return Document.decode(name, content);
  }

  private static Read<Document> failed(String name, String reason) {
    return new Read.Failed<>(Problem.of(name, reason));
  }
}
