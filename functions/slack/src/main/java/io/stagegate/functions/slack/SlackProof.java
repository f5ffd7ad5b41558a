package io.stagegate.functions.slack;

import io.stagegate.http.Request;
import io.stagegate.http.Signatures;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whether a request is Slack's: signed over its raw body, not more than five minutes ago (<a
 * href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Slack: Verifying
 * requests from Slack</a>).
 */
final class SlackProof {
  static final Duration WINDOW = Duration.ofMinutes(5);

  private final Supplier<List<String>> secrets;
  private final Clock clock;

  /**
   * Checks with these secrets.
   *
   * @param secrets those that count now: one, or two while it is changed; none where there is no
   *     Slack
   */
  SlackProof(Supplier<List<String>> secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  boolean holds(Request request) {
    var timestamp = request.header("X-Slack-Request-Timestamp").orElse("");
    var signature = request.header("X-Slack-Signature").orElse("");
    return fresh(timestamp)
        && secrets.get().stream()
            .anyMatch(secret -> Signatures.fromSlack(secret, timestamp, request.body(), signature));
  }

  /** Neither older nor from the future, so that a request that was caught is worth little. */
  private boolean fresh(String timestamp) {
    if (!timestamp.matches("[0-9]{1,12}")) {
      return false;
    }
    long away = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
    return away <= WINDOW.toSeconds();
  }
}
