package io.stagegate.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stagegate.store.Codec;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Slack over HTTPS. It follows no redirect, so that the token goes nowhere else. */
public final class HttpSlackApi implements SlackApi {
  private static final int LARGEST = 1024 * 1024;
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** What Slack says when it is Slack that failed, or when it was asked too often. */
  private static final Set<String> PASSING =
      Set.of(
          "fatal_error",
          "internal_error",
          "rate_limited",
          "ratelimited",
          "request_timeout",
          "service_unavailable",
          "team_added_to_org");

  private final URI base;
  private final Supplier<Optional<String>> token;
  private final int millis;

  /**
   * Calls Slack.
   *
   * @param base {@code https://slack.com/api}, or what stands for it
   * @param token the bot's; empty where there is none
   * @param patience how long to wait for a connection, and then for each piece of an answer
   */
  public HttpSlackApi(URI base, Supplier<Optional<String>> token, Duration patience) {
    this.base = base;
    this.token = token;
    this.millis = (int) patience.toMillis();
  }

  @Override
  public Answer call(String method, JsonNode arguments) {
    var bearer = token.get().map(String::strip);
    if (bearer.isEmpty() || !bearer.get().matches("[!-~]{1,500}")) {
      return new Answer.Refused("no_token");
    }
    return post(URI.create(base + "/" + method), arguments, bearer);
  }

  @Override
  public Answer respond(URI responseUrl, JsonNode message) {
    return isSlacks(responseUrl)
        ? post(responseUrl, message, Optional.empty())
        : new Answer.Refused("not_slacks_address");
  }

  /** Slack's API is at slack.com, and takes answers at hooks.slack.com. */
  private boolean isSlacks(URI address) {
    var host = address.getHost();
    var own = base.getHost();
    return base.getScheme().equals(address.getScheme())
        && base.getPort() == address.getPort()
        && address.getUserInfo() == null
        && host != null
        && (host.equals(own) || host.endsWith("." + own));
  }

  private Answer post(URI uri, JsonNode body, Optional<String> bearer) {
    try {
      var connection = open(uri);
      bearer.ifPresent(
          secret -> connection.setRequestProperty("Authorization", "Bearer " + secret));
      var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
      // Streamed, so that the JDK sends it once and not again on a broken connection.
      connection.setFixedLengthStreamingMode(bytes.length);
      try (var out = connection.getOutputStream()) {
        out.write(bytes);
      }
      return answer(connection);
    } catch (IOException e) {
      return new Answer.Later("Slack did not answer: " + e.getMessage(), Duration.ZERO);
    }
  }

  private HttpURLConnection open(URI uri) throws IOException {
    if (!(uri.toURL().openConnection() instanceof HttpURLConnection connection)) {
      throw new IllegalArgumentException("not an address over http: " + uri);
    }
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(millis);
    connection.setReadTimeout(millis);
    connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
    connection.setRequestProperty("Accept", "application/json");
    connection.setRequestProperty("User-Agent", "stagegate");
    return connection;
  }

  private static Answer answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status == 429 || status >= 500) {
      drain(connection.getErrorStream());
      return new Answer.Later(
          "Slack answered " + status, wait(connection.getHeaderField("Retry-After")));
    }
    if (status != 200) {
      drain(connection.getErrorStream());
      return new Answer.Refused("http_" + status);
    }
    return said(read(connection.getInputStream()));
  }

  /** A response URL answers with a plain word, a method with an object that says whether it did. */
  private static Answer said(byte[] bytes) {
    JsonNode document;
    try {
      document = Codec.mapper().readTree(bytes);
    } catch (JsonProcessingException e) {
      document = MissingNode.getInstance();
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
    if (!document.isObject() || document.path("ok").asBoolean()) {
      return new Answer.Done(document);
    }
    var error = document.path("error").asText("unknown_error");
    return PASSING.contains(error)
        ? new Answer.Later("Slack says " + error, Duration.ZERO)
        : new Answer.Refused(error);
  }

  private static Duration wait(String header) {
    var digits = header == null ? "" : header.strip();
    if (!digits.matches("[0-9]{1,6}")) {
      return Duration.ZERO;
    }
    var asked = Duration.ofSeconds(Integer.parseInt(digits));
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }

  private static byte[] read(InputStream stream) throws IOException {
    try (stream) {
      var bytes = stream.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IOException("it answered more than " + LARGEST + " bytes");
      }
      return bytes;
    }
  }

  /** So that the connection can be used again. */
  private static void drain(InputStream stream) throws IOException {
    if (stream != null) {
      read(stream);
    }
  }
}
