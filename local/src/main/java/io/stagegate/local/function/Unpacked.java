package io.stagegate.local.function;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A deployment package laid out as Lambda does under {@code /var/task}: the files at its root, the
 * libraries in {@code lib/}.
 *
 * <p>The classes are put in one jar more ({@code task.jar}): class data sharing refuses class paths
 * with folders, and it is what makes the starts quick.
 *
 * @param root stands for {@code /var/task}
 * @param classPath jars in the order in which Lambda's Java runtime has them
 * @param archive of the classes that a start loads
 */
record Unpacked(Path root, List<Path> classPath, ClassArchive archive) {
  private static final long MAX_BYTES =
      250L * 1024 * 1024; // Lambda's limit for an unzipped package

  /**
   * Unpacks into {@code folder}; what is already there from the same zip is used again.
   *
   * @param runtime says on what the archive depends beside the zip
   */
  static Unpacked of(Path zip, Path folder, String runtime) {
    Path stamp = folder.resolve(".unpacked");
    Path root = folder.resolve("task");
    Path classes = folder.resolve("task.jar");
    try {
      String mark =
          "%s %d %s %s"
              .formatted(
                  zip.toAbsolutePath(), Files.size(zip), Files.getLastModifiedTime(zip), runtime);
      if (!Files.isRegularFile(stamp) || !Files.readString(stamp).equals(mark)) {
        deleteTree(folder);
        Files.createDirectories(root);
        unzip(zip, root, classes);
        Files.writeString(stamp, mark);
      }
      List<Path> path = new ArrayList<>();
      path.add(classes);
      Path libs = root.resolve("lib");
      if (Files.isDirectory(libs)) {
        try (var jars = Files.list(libs)) {
          jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().forEach(path::add);
        }
      }
      return new Unpacked(root, List.copyOf(path), new ClassArchive(folder.resolve("classes.jsa")));
    } catch (IOException e) {
      throw new UncheckedIOException("can't unpack " + zip, e);
    }
  }

  private static void unzip(Path zip, Path root, Path classes) throws IOException {
    long total = 0;
    try (ZipFile file = new ZipFile(zip.toFile());
        OutputStream out = Files.newOutputStream(classes);
        ZipOutputStream jar = new ZipOutputStream(out)) {
      jar.setLevel(0);
      for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        Path to = root.resolve(entry.getName()).normalize();
        if (!to.startsWith(root)) {
          throw new IOException("entry outside of the package: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(to);
          continue;
        }
        total += entry.getSize();
        if (total > MAX_BYTES) {
          throw new IOException(zip + " is over 250 MB unpacked");
        }
        Files.createDirectories(to.getParent());
        try (InputStream in = file.getInputStream(entry)) {
          Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!entry.getName().startsWith("lib/")) {
          ZipEntry copy = new ZipEntry(entry.getName());
          copy.setLastModifiedTime(FileTime.fromMillis(entry.getTime()));
          jar.putNextEntry(copy);
          Files.copy(to, jar);
          jar.closeEntry();
        }
      }
    }
  }

  /** Deletes a folder and everything in it; nothing when it is not there. */
  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
