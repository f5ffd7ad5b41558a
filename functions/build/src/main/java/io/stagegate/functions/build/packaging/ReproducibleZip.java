package io.stagegate.functions.build.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Writes zip files whose bytes follow from their files alone: names in order, one time, and of the
 * modes only whether a file can be executed. Folders have no entries of their own, as with the AWS
 * CLI.
 */
final class ReproducibleZip {
  /** The earliest time that a zip can say; local, so no time zone moves it. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final int FILE = 0100644;
  private static final int EXECUTABLE = 0100755;

  private ReproducibleZip() {}

  /**
   * Writes a zip.
   *
   * @param files what goes in, by its name there
   * @param zip the file to write
   */
  static void write(SortedMap<String, Path> files, Path zip) throws IOException {
    try (var out = new ZipArchiveOutputStream(zip)) {
      out.setEncoding("UTF-8");
      out.setLevel(Deflater.DEFAULT_COMPRESSION);
      for (var file : files.entrySet()) {
        var entry = new ZipArchiveEntry(file.getKey());
        entry.setTimeLocal(TIME);
        entry.setUnixMode(Files.isExecutable(file.getValue()) ? EXECUTABLE : FILE);
        out.putArchiveEntry(entry);
        Files.copy(file.getValue(), out);
        out.closeArchiveEntry();
      }
    }
  }
}
