package io.stagegate.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often something was tried that has to reach somebody, and when it is tried again.
 *
 * @param count how often it was begun
 * @param nextAt not before then
 * @param lastError why it failed the last time, fit to show; null where it has not
 */
public record Attempts(int count, Instant nextAt, @Nullable String lastError) {
  /** For so long nobody else tries: longer than one attempt can take. */
  private static final Duration HELD = Duration.ofMinutes(2);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int LONGEST_ERROR = 300;

  /** Not tried yet: the first time is now. */
  public static Attempts first(Instant now) {
    return new Attempts(0, now, null);
  }

  public boolean due(Instant now) {
    return !now.isBefore(nextAt);
  }

  /** One more has begun. If nothing more is heard of it, another follows. */
  public Attempts begun(Instant now) {
    return new Attempts(count + 1, now.plus(HELD), lastError);
  }

  /**
   * The one that was begun failed; the pauses grow from half a minute to an hour.
   *
   * @param atLeast how long whoever refused it asks to be left alone
   */
  public Attempts failed(String why, Duration atLeast, Instant now) {
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(count, 1) - 1, 10));
    var shortest = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    var asked = shortest.compareTo(atLeast) < 0 ? atLeast : shortest;
    return new Attempts(count, now.plus(asked), cut(why));
  }

  private static String cut(String why) {
    return why.length() <= LONGEST_ERROR ? why : why.substring(0, LONGEST_ERROR - 1) + "…";
  }
}
