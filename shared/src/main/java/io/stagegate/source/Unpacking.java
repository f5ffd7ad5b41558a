package io.stagegate.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** One unpacking of a {@link Tarball}: where each entry goes, and which are refused. */
final class Unpacking {
  private final Path root;
  private final String sha;
  private final int most;
  private final Map<Path, String> links = new LinkedHashMap<>();
  private @Nullable String top;

  /**
   * @param most files, folders and links
   */
  Unpacking(Path root, String sha, int most) {
    this.root = root;
    this.sha = sha;
    this.most = most;
  }

  /** Unpacks all entries and gives their number. */
  int all(TarArchiveInputStream tar) throws IOException {
    int entries = 0;
    for (var entry = next(tar); entry != null; entry = next(tar)) {
      if (++entries > most) {
        throw new RefusedException("The repository has more than " + most + " files and folders.");
      }
      take(entry, tar);
    }
    if (entries == 0) {
      throw new RefusedException("The repository's archive is empty.");
    }
    link();
    return entries;
  }

  private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
    try {
      return tar.getNextEntry();
    } catch (RefusedException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedException("The repository's archive is damaged.", e);
    }
  }

  private void take(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
    var named = entry.getExtraPaxHeader("comment");
    if (named != null && named.matches("[0-9a-f]{40}") && !named.equals(sha)) {
      throw new RefusedException("The archive is of commit " + named + ", not of " + sha + ".");
    }
    var path = place(entry.getName());
    if (entry.isSymbolicLink()) {
      if (Files.exists(path) || links.put(path, entry.getLinkName()) != null) {
        throw twice(entry);
      }
    } else if (entry.isDirectory()) {
      folder(path, entry);
    } else if (entry.isFile() && !entry.isLink() && !entry.isSparse() && plain(entry)) {
      file(path, entry, tar);
    } else {
      throw new RefusedException(
          "The archive holds " + shown(entry) + ", which is neither a file nor a folder.");
    }
  }

  private static boolean plain(TarArchiveEntry entry) {
    return !(entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice());
  }

  /** Where an entry goes, without the top folder. */
  private Path place(String name) {
    var parts = name.split("/", -1);
    if (top == null) {
      top = parts[0];
    }
    if (!parts[0].equals(top) || top.isEmpty()) {
      throw outside(name);
    }
    Path path = root;
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].equals("..") || (parts[i].isEmpty() && i < parts.length - 1)) {
        throw outside(name);
      }
      if (!parts[i].isEmpty() && !parts[i].equals(".")) {
        path = child(path, parts[i], name);
      }
    }
    return path;
  }

  private static Path child(Path parent, String part, String name) {
    try {
      return parent.resolve(part);
    } catch (InvalidPathException e) {
      throw new RefusedException("The archive holds a file with an impossible name.", e);
    }
  }

  private void folder(Path path, TarArchiveEntry entry) throws IOException {
    if (Files.isRegularFile(path)) {
      throw twice(entry);
    }
    make(path, shown(entry));
  }

  private static void make(Path folder, String name) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new RefusedException("The archive's " + name + " can't be written.", e);
    }
  }

  private void file(Path path, TarArchiveEntry entry, TarArchiveInputStream tar)
      throws IOException {
    if (path.equals(root)) {
      throw outside(entry.getName());
    }
    if (Files.exists(path) || links.containsKey(path)) {
      throw twice(entry);
    }
    make(parent(path), shown(entry));
    try {
      Files.copy(tar, path);
    } catch (RefusedException e) {
      throw e;
    } catch (IOException e) {
      throw new RefusedException(
          "The archive's " + shown(entry) + " is damaged or can't be written.", e);
    }
    boolean executable = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private void link() throws IOException {
    for (var link : links.entrySet()) {
      if (Files.exists(link.getKey(), LinkOption.NOFOLLOW_LINKS)) {
        throw new RefusedException("The archive holds " + shown(link.getKey()) + " twice.");
      }
      var folder = parent(link.getKey());
      var target = child(folder, link.getValue(), link.getValue());
      if (!target.normalize().startsWith(root)) {
        throw linkOut(link.getKey());
      }
      make(folder, shown(link.getKey()));
      try {
        Files.createSymbolicLink(link.getKey(), Path.of(link.getValue()));
      } catch (IOException e) {
        throw new RefusedException("The link " + shown(link.getKey()) + " can't be made.", e);
      }
    }
    for (var link : links.keySet()) {
      // By way of other links a link can lead elsewhere than its text says.
      if (Files.exists(link) && !link.toRealPath().startsWith(root)) {
        throw linkOut(link);
      }
    }
  }

  private Path parent(Path path) {
    var parent = path.getParent();
    return parent == null ? root : parent;
  }

  private RefusedException linkOut(Path link) {
    return new RefusedException("The link " + shown(link) + " leads out of the repository.");
  }

  private String shown(Path path) {
    return root.relativize(path).toString();
  }

  private static String shown(TarArchiveEntry entry) {
    int slash = entry.getName().indexOf('/');
    return entry.getName().substring(slash + 1);
  }

  private static RefusedException twice(TarArchiveEntry entry) {
    return new RefusedException("The archive holds " + shown(entry) + " twice.");
  }

  private static RefusedException outside(String name) {
    return new RefusedException(
        "The archive holds " + name + ", which lies outside of the repository.");
  }
}
