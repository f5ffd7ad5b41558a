package io.stagegate.source;

import io.stagegate.cloud.TransientException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * GET requests with limits: of time, of size, of redirects and of tries.
 *
 * <p>With the JDK's HttpURLConnection, which the AWS SDK's client has loaded already; the newer
 * client would start its threads for one or two requests.
 */
final class GitHubCalls {
  private static final int TRIES = 3;
  private static final int MOST_REDIRECTS = 5;
  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 20_000;

  /** A build function has five minutes for everything. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final Clock clock;
  private final Consumer<Duration> pause;

  /** What a request gave. */
  sealed interface Result {
    record Ok(long size) implements Result {}

    record Missing() implements Result {}

    record Refused(String reason) implements Result {}

    record Large(long limit) implements Result {}
  }

  /** Opens what an answer's bytes are written to, anew for each try. */
  interface Sink {
    OutputStream open() throws IOException;
  }

  GitHubCalls() {
    this(Clock.systemUTC(), GitHubCalls::sleep);
  }

  GitHubCalls(Clock clock, Consumer<Duration> pause) {
    this.clock = clock;
    this.pause = pause;
  }

  Result get(URI uri, Optional<String> token, long limit, Sink sink) {
    var deadline = clock.instant().plus(LONGEST);
    for (int attempt = 1; ; attempt++) {
      IOException trouble;
      try {
        return once(uri, token, limit, sink, deadline);
      } catch (IOException e) {
        trouble = e;
      }
      if (attempt == TRIES || !clock.instant().isBefore(deadline)) {
        throw new TransientException(
            "GitHub did not answer " + uri.getPath() + ": " + trouble.getMessage(), trouble);
      }
      long bound = 250L << attempt;
      pause.accept(Duration.ofMillis(bound / 2 + ThreadLocalRandom.current().nextLong(bound / 2)));
    }
  }

  private Result once(URI first, Optional<String> token, long limit, Sink sink, Instant deadline)
      throws IOException {
    var uri = first;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      // A redirect carries its own proof where it needs one; ours is for the API's host alone.
      var connection = open(uri, Redirect.sameOrigin(first, uri) ? token : Optional.empty());
      try {
        int status = connection.getResponseCode();
        if (status >= 300 && status < 400) {
          var next = Redirect.next(uri, connection.getHeaderField("Location"));
          if (next == null) {
            return new Result.Refused("GitHub sent us on to an address that is not followed.");
          }
          uri = next;
        } else {
          return answer(connection, status, limit, sink, deadline);
        }
      } finally {
        connection.disconnect();
      }
    }
    return new Result.Refused("GitHub sent us on more than " + MOST_REDIRECTS + " times.");
  }

  private static HttpURLConnection open(URI uri, Optional<String> token) throws IOException {
    if (!(uri.toURL().openConnection() instanceof HttpURLConnection connection)) {
      throw new IllegalArgumentException("not an address over http: " + uri);
    }
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setRequestProperty("Accept", "application/vnd.github+json");
    connection.setRequestProperty("X-GitHub-Api-Version", "2022-11-28");
    connection.setRequestProperty("User-Agent", "stagegate");
    token.ifPresent(
        value -> connection.setRequestProperty("Authorization", "Bearer " + value.strip()));
    return connection;
  }

  private Result answer(
      HttpURLConnection connection, int status, long limit, Sink sink, Instant deadline)
      throws IOException {
    return switch (status) {
      case 200 -> copied(connection, limit, sink, deadline);
      case 404, 422 -> new Result.Missing();
      case 401 -> new Result.Refused("GitHub does not accept the token it was shown.");
      case 403, 429 -> limited(connection);
      case 409 -> new Result.Refused("The repository is empty.");
      case 451 -> new Result.Refused("GitHub withholds the repository for legal reasons.");
      default -> {
        if (status >= 500 || status == 408) {
          throw new Passing("it answered " + status);
        }
        yield new Result.Refused("GitHub answered " + status + ".");
      }
    };
  }

  /** GitHub says 403 or 429 both for what isn't allowed and for what is too much just now. */
  private static Result limited(HttpURLConnection connection) throws IOException {
    if ("0".equals(connection.getHeaderField("X-RateLimit-Remaining"))) {
      long reset = connection.getHeaderFieldLong("X-RateLimit-Reset", 0);
      return new Result.Refused(
          "GitHub takes no more requests from us until " + Instant.ofEpochSecond(reset) + ".");
    }
    if (connection.getHeaderField("Retry-After") != null || connection.getResponseCode() == 429) {
      throw new Passing("it asks to come back later");
    }
    return new Result.Refused("GitHub does not let us read the repository.");
  }

  private Result copied(HttpURLConnection connection, long limit, Sink sink, Instant deadline)
      throws IOException {
    if (connection.getContentLengthLong() > limit) {
      return new Result.Large(limit);
    }
    try (InputStream in = connection.getInputStream();
        OutputStream out = sink.open()) {
      var buffer = new byte[64 * 1024];
      long size = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > limit) {
          return new Result.Large(limit);
        }
        if (clock.instant().isAfter(deadline)) {
          throw new Passing("it took longer than " + LONGEST.toMinutes() + " minutes");
        }
        out.write(buffer, 0, read);
      }
      return new Result.Ok(size);
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("interrupted while waiting for GitHub", e);
    }
  }

  /** An answer that may be another one soon. */
  private static final class Passing extends IOException {
    private static final long serialVersionUID = 1;

    Passing(String message) {
      super(message);
    }
  }
}
