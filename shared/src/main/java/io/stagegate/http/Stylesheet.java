package io.stagegate.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A stylesheet. Its address holds the hash of its content, so a browser may keep it for good.
 *
 * @param path where it is served
 */
public record Stylesheet(String path, String text) {
  /** What every page looks like. */
  public static final Stylesheet PAGES = of(Stylesheet.class, "stagegate.css");

  /**
   * Reads a stylesheet.
   *
   * @param beside the class beside which it lies
   * @param name its file's name, which ends with {@code .css}
   */
  public static Stylesheet of(Class<?> beside, String name) {
    try (var in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside " + beside);
      }
      var bytes = in.readAllBytes();
      var stem = name.substring(0, name.length() - ".css".length());
      return new Stylesheet(
          "/assets/" + stem + "." + hash(bytes) + ".css",
          new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer to a request for it. */
  public Response answer() {
    return Response.text(200, "text/css; charset=utf-8", text)
        .with("cache-control", "public, max-age=31536000, immutable");
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
