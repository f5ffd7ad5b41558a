package io.stagegate.functions.build.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An unpacked repository. Nothing outside of it is ever read, by whatever path or link. */
final class SourceTree {
  /** What Lambda takes unpacked, in bytes (Lambda quotas: 250 MB with all layers). */
  static final long LARGEST_CODE = 250L * 1024 * 1024;

  /** Links can show the same files many times over; this bounds it. */
  static final int MOST_FILES = 50_000;

  private final Path root;
  private final long largest;

  SourceTree(Path root) {
    this(root, LARGEST_CODE);
  }

  SourceTree(Path root, long largest) {
    this.largest = largest;
    try {
      this.root = root.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path root() {
    return root;
  }

  /** A path as people write it: from the root, with forward slashes. */
  String shown(Path path) {
    var relative = root.relativize(path).toString();
    return relative.isEmpty() ? "." : relative;
  }

  /**
   * What a path written in a template means.
   *
   * @param folder the template's own
   * @return the real place; empty where there is nothing
   * @throws PackagingException where it leads out of the tree
   */
  Optional<Path> resolve(Path folder, String written, String where) {
    Path real;
    try {
      var path = folder.resolve(written).normalize();
      if (!path.startsWith(root)) {
        throw outside(written, where);
      }
      real = path.toRealPath();
    } catch (InvalidPathException | FileSystemException e) {
      // Nothing there, a file used as a folder, links that lead to each other.
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!real.startsWith(root)) {
      throw outside(written, where);
    }
    return Optional.of(real);
  }

  private static PackagingException outside(String written, String where) {
    return new PackagingException("The path " + written + " leads out of the repository.", where);
  }

  /**
   * The files of a folder, with those behind its links, by their names from there.
   *
   * @throws PackagingException where there are none, or too many, or a link leads nowhere or out
   */
  SortedMap<String, Path> files(Path folder, String where) {
    var gathering = new Gathering(folder, where);
    try {
      Files.walkFileTree(
          folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, gathering);
    } catch (FileSystemLoopException e) {
      throw new PackagingException("The links in " + shown(folder) + " go in a circle.", where);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (gathering.files.isEmpty()) {
      throw new PackagingException("The folder " + shown(folder) + " is empty.", where);
    }
    return gathering.files;
  }

  /** That code of this size can be taken. */
  void checkSize(Path code, long unpacked, String where) {
    if (unpacked > largest) {
      throw new PackagingException(
          "The code in %s has more than %d MB unpacked, which Lambda does not take."
              .formatted(shown(code), largest / 1024 / 1024),
          where);
    }
  }

  private final class Gathering extends SimpleFileVisitor<Path> {
    private final Path folder;
    private final String where;
    private final SortedMap<String, Path> files = new TreeMap<>();
    private long size;

    Gathering(Path folder, String where) {
      this.folder = folder;
      this.where = where;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      inside(directory);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isSymbolicLink()) {
        throw new PackagingException("The link " + shown(file) + " leads nowhere.", where);
      }
      var real = inside(file);
      size += attributes.size();
      checkSize(folder, size, where);
      if (files.size() == MOST_FILES) {
        throw new PackagingException(
            "The code in " + shown(folder) + " has more than " + MOST_FILES + " files.", where);
      }
      files.put(folder.relativize(file).toString(), real);
      return FileVisitResult.CONTINUE;
    }

    private Path inside(Path path) throws IOException {
      var real = path.toRealPath();
      if (!real.startsWith(root)) {
        throw new PackagingException(
            "The link " + shown(path) + " leads out of the repository.", where);
      }
      return real;
    }
  }
}
