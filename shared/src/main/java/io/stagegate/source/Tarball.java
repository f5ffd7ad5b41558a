package io.stagegate.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Unpacks a repository's archive as GitHub makes it: gzipped tar, everything in one top folder,
 * which is left out.
 *
 * <p>The archive is a stranger's. Whatever is not a plain file, a folder or a link inside the tree
 * refuses the whole of it. Links are made last and their real targets looked at then, so nothing is
 * ever written through one.
 */
public final class Tarball {
  private final Limits limits;

  /**
   * How much is unpacked.
   *
   * @param entries files, folders and links
   * @param bytes unpacked, with the archive's own headers
   * @param ratio unpacked to packed, once more than {@code ratioFrom} bytes are unpacked
   */
  public record Limits(int entries, long bytes, int ratio, long ratioFrom) {
    public static final Limits DEFAULT = new Limits(50_000, 500_000_000, 200, 20_000_000);
  }

  /** What unpacking gave. */
  public sealed interface Result {
    /** The tree lies in the folder. */
    record Unpacked(int entries, long bytes) implements Result {}

    /** Not taken, with the reason as a sentence; the folder may hold a part. */
    record Refused(String reason) implements Result {}
  }

  public Tarball() {
    this(Limits.DEFAULT);
  }

  public Tarball(Limits limits) {
    this.limits = limits;
  }

  /**
   * Unpacks an archive.
   *
   * @param sha the commit it must be of; an archive that names another is refused
   * @param into an empty folder
   * @throws IOException where the disk fails
   */
  public Result unpack(Path archive, String sha, Path into) throws IOException {
    long packed = Files.size(archive);
    try (var file = new BufferedInputStream(Files.newInputStream(archive), 64 * 1024);
        var bounded = new BoundedStream(gunzip(file), limits, packed);
        var tar = new TarArchiveInputStream(bounded, "UTF-8")) {
      int entries = new Unpacking(into.toRealPath(), sha, limits.entries()).all(tar);
      return new Result.Unpacked(entries, bounded.count());
    } catch (RefusedException e) {
      return new Result.Refused(e.reason());
    }
  }

  private static GZIPInputStream gunzip(BufferedInputStream file) throws IOException {
    try {
      return new GZIPInputStream(file, 64 * 1024);
    } catch (IOException e) {
      throw new RefusedException("The repository's archive is not a gzip file.", e);
    }
  }
}
