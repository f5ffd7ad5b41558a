package io.stagegate.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The stylesheet of every page. Its address holds the hash of its content, so a browser may keep it
 * for good.
 */
public final class Stylesheet {
  /** Its text. */
  public static final String TEXT = read();

  /** Where it is served. */
  public static final String PATH = "/assets/stagegate." + hash() + ".css";

  private Stylesheet() {}

  /** The answer to a request for it. */
  public static Response answer() {
    return Response.text(200, "text/css; charset=utf-8", TEXT)
        .with("cache-control", "public, max-age=31536000, immutable");
  }

  private static String read() {
    try (var in = Stylesheet.class.getResourceAsStream("stagegate.css")) {
      if (in == null) {
        throw new IllegalStateException("stagegate.css is missing beside " + Stylesheet.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash() {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(TEXT.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
