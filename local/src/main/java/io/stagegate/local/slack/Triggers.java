package io.stagegate.local.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a press gives the app for a while: a trigger to open one form within three seconds, and an
 * address that takes five answers within 30 minutes.
 *
 * @see <a href="https://docs.slack.dev/interactivity/handling-user-interaction">Slack: Handling
 *     user interaction</a>
 */
final class Triggers {
  static final Duration TRIGGER_LIVES = Duration.ofSeconds(3);
  private static final Duration ANSWERS_LIVE = Duration.ofMinutes(30);
  private static final int MOST_ANSWERS = 5;

  private final Map<String, Given> triggers = new ConcurrentHashMap<>();
  private final Map<String, Given> answers = new ConcurrentHashMap<>();
  private final Clock clock;

  Triggers(Clock clock) {
    this.clock = clock;
  }

  /** Who pressed, at which message, and how often it may be used still. */
  private record Given(String user, String ts, Instant until, int left) {
    Given used() {
      return new Given(user, ts, until, left - 1);
    }
  }

  /** What using one gives. */
  sealed interface Use {
    record Good(String user, String ts) implements Use {}

    /** Slack's word for why not. */
    record Bad(String error) implements Use {}
  }

  String trigger(String user) {
    var id = UUID.randomUUID().toString().replace("-", "");
    triggers.put(id, new Given(user, "", clock.instant().plus(TRIGGER_LIVES), 1));
    return id;
  }

  String answers(String user, String ts) {
    var id = UUID.randomUUID().toString().replace("-", "");
    answers.put(id, new Given(user, ts, clock.instant().plus(ANSWERS_LIVE), MOST_ANSWERS));
    return id;
  }

  Use open(String trigger) {
    return use(
        triggers, trigger, "invalid_trigger_id", "expired_trigger_id", "exchanged_trigger_id");
  }

  Use answer(String id) {
    return use(answers, id, "invalid_url", "expired_url", "used_url");
  }

  private Use use(
      Map<String, Given> all, String id, String unknown, String expired, String exchanged) {
    var before = all.get(id);
    if (before == null) {
      return new Use.Bad(unknown);
    }
    if (clock.instant().isAfter(before.until())) {
      return new Use.Bad(expired);
    }
    if (before.left() == 0) {
      return new Use.Bad(exchanged);
    }
    all.put(id, before.used());
    return new Use.Good(before.user(), before.ts());
  }
}
