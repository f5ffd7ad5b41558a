package io.stagegate.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.store.Codec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Calls that somebody waits for, which carry a secret: each is made once, in a few seconds, follows
 * no redirect, and takes a small JSON object alone.
 */
final class GitHubExchange {
  private static final int MILLIS = 5_000;
  private static final int LARGEST = 256 * 1024;

  /** API Gateway waits 30 s, and there are two calls. */
  private static final Duration LONGEST = Duration.ofSeconds(8);

  private final Clock clock;

  GitHubExchange() {
    this(Clock.systemUTC());
  }

  GitHubExchange(Clock clock) {
    this.clock = clock;
  }

  /**
   * Posts a form.
   *
   * @throws IOException for everything but 200 with a JSON object
   */
  JsonNode post(URI uri, String form) throws IOException {
    var connection = open(uri);
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
    var body = form.getBytes(StandardCharsets.UTF_8);
    // Streamed, so that the JDK sends it once and not again on a broken connection.
    connection.setFixedLengthStreamingMode(body.length);
    try (var out = connection.getOutputStream()) {
      out.write(body);
    }
    return answer(connection);
  }

  /**
   * Gets something with a token.
   *
   * @throws IOException for everything but 200 with a JSON object
   */
  JsonNode get(URI uri, String token) throws IOException {
    var connection = open(uri);
    connection.setRequestProperty("Authorization", "Bearer " + checked(token));
    connection.setRequestProperty("X-GitHub-Api-Version", "2022-11-28");
    return answer(connection);
  }

  private static String checked(String token) throws IOException {
    if (token.length() > 1_000 || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IOException("what it gave is no token");
    }
    return token;
  }

  private static HttpURLConnection open(URI uri) throws IOException {
    if (!(uri.toURL().openConnection() instanceof HttpURLConnection connection)) {
      throw new IllegalArgumentException("not an address over http: " + uri);
    }
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(MILLIS);
    connection.setReadTimeout(MILLIS);
    connection.setRequestProperty("Accept", "application/json");
    connection.setRequestProperty("User-Agent", "stagegate");
    return connection;
  }

  private JsonNode answer(HttpURLConnection connection) throws IOException {
    var deadline = clock.instant().plus(LONGEST);
    try {
      int status = connection.getResponseCode();
      if (status != 200) {
        throw new IOException("it answered " + status);
      }
      var document = Codec.mapper().readTree(read(connection, deadline));
      if (!document.isObject()) {
        throw new IOException("it answered no JSON object");
      }
      return document;
    } finally {
      connection.disconnect();
    }
  }

  private byte[] read(HttpURLConnection connection, Instant deadline) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var in = connection.getInputStream()) {
      var buffer = new byte[8 * 1024];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.write(buffer, 0, read);
        if (bytes.size() > LARGEST) {
          throw new IOException("it answered more than " + LARGEST + " bytes");
        }
        if (clock.instant().isAfter(deadline)) {
          throw new IOException("it took longer than " + LONGEST.toSeconds() + " s");
        }
      }
      return bytes.toByteArray();
    }
  }
}
