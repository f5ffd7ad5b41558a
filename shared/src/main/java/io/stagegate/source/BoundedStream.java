package io.stagegate.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what comes out of a gzip stream and ends it at the limits. It lies below the tar reader,
 * so that an endless header counts as an endless file does.
 */
final class BoundedStream extends FilterInputStream {
  private final Tarball.Limits limits;
  private final long packed;
  private long count;

  BoundedStream(InputStream in, Tarball.Limits limits, long packed) {
    super(in);
    this.limits = limits;
    this.packed = packed;
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    if (read >= 0) {
      counted(1);
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    if (read > 0) {
      counted(read);
    }
    return read;
  }

  @Override
  public long skip(long wanted) throws IOException {
    var buffer = new byte[(int) Math.min(Math.max(wanted, 0), 8_192)];
    int read = buffer.length == 0 ? 0 : read(buffer, 0, buffer.length);
    return Math.max(read, 0);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void counted(int read) {
    count += read;
    if (count > limits.bytes()) {
      throw new RefusedException(
          "The repository has more than " + limits.bytes() / 1_000_000 + " MB unpacked.");
    }
    if (count > limits.ratioFrom() && count / Math.max(packed, 1) > limits.ratio()) {
      throw new RefusedException(
          "The repository's archive unpacks to more than "
              + limits.ratio()
              + " times its size, as no honest one does.");
    }
  }
}
