package io.stagegate.http;

import java.nio.charset.StandardCharsets;

/** A request's body: the very bytes that were sent, as signatures are over those. */
public final class Body {
  public static final Body EMPTY = new Body(new byte[0]);

  private final byte[] bytes;

  private Body(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Body of(byte[] bytes) {
    return new Body(bytes.clone());
  }

  public static Body of(String text) {
    return new Body(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Takes bytes that nobody else holds. */
  static Body holding(byte[] bytes) {
    return new Body(bytes);
  }

  /** In bytes. */
  public int size() {
    return bytes.length;
  }

  /** The bytes, not to be written to: a body may be large, so they aren't copied. */
  byte[] bytes() {
    return bytes;
  }

  public java.io.InputStream stream() {
    return new java.io.ByteArrayInputStream(bytes);
  }

  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
