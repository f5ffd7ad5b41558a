package io.stagegate.functions.slack;

import io.stagegate.model.ProjectId;
import io.stagegate.release.Decide;
import io.stagegate.release.Decide.Outcome;
import io.stagegate.store.Delivery;
import io.stagegate.store.Key;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Decides once for each press, however often Slack sends it: a repeat carries the same trigger. The
 * approval alone would hold a second word back too; this keeps people from being answered twice.
 */
final class Once {
  /** Longer than Slack sends anything again, and than a request that was caught is fresh. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Store store;
  private final Decide decide;
  private final Clock clock;

  Once(Store store, Decide decide, Clock clock) {
    this.store = store;
    this.decide = decide;
    this.clock = clock;
  }

  /**
   * Decides.
   *
   * @param trigger Slack's name of the press
   * @return what came of it; empty where this very press counted before
   */
  Optional<Outcome> press(String trigger, Decide.Press press) {
    if (counted(press.project(), trigger)) {
      return Optional.empty();
    }
    var outcome = decide.press(press);
    if (outcome instanceof Outcome.Decided || outcome instanceof Outcome.Counted) {
      remember(key(press.project(), trigger));
    }
    return Optional.of(outcome);
  }

  /** Whether this very press counted before. */
  boolean counted(ProjectId project, String trigger) {
    return store.read(key(project, trigger)).isPresent();
  }

  /** Afterwards: a press that is lost in between has to count when Slack sends it again. */
  private void remember(Key<Delivery> key) {
    var now = clock.instant();
    store.transact(
        state -> {
          if (state.get(key).isEmpty()) {
            state.put(key, new Delivery(key.sort(), now), now.plus(REMEMBERED));
          }
          return true;
        });
  }

  private static Key<Delivery> key(ProjectId project, String trigger) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var hash = digest.digest(trigger.getBytes(StandardCharsets.UTF_8));
      return Keys.delivery(project, "slack-" + HexFormat.of().formatHex(hash, 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
