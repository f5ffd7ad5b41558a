package io.stagegate.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How often somebody was refused of late. The first {@link #FREE} cost nothing; from then on each
 * one doubles the wait for the next, from a second to {@link #LONGEST}. Whoever stops for {@link
 * #FORGOTTEN} begins anew.
 *
 * @param failures how many in a row
 * @param lastAt the last one
 */
public record Tries(int failures, Instant lastAt) {
  public static final int FREE = 10;

  /** No longer, as others may share an address. */
  public static final Duration LONGEST = Duration.ofMinutes(1);

  public static final Duration FORGOTTEN = Duration.ofMinutes(15);

  /** More make no difference: two to the power of these is longer than the longest wait. */
  private static final int MOST_DOUBLINGS = 6;

  public static Tries first(Instant now) {
    return new Tries(1, now);
  }

  /** With one more. */
  public Tries failed(Instant now) {
    return now.isBefore(lastAt.plus(FORGOTTEN))
        ? new Tries(Math.min(failures + 1, FREE + MOST_DOUBLINGS + 1), now)
        : first(now);
  }

  /** How long there is still to wait; zero where there is nothing to wait for. */
  public Duration left(Instant now) {
    if (failures <= FREE) {
      return Duration.ZERO;
    }
    var whole = Duration.ofSeconds(1L << Math.min(failures - FREE - 1, MOST_DOUBLINGS));
    var wait = whole.compareTo(LONGEST) < 0 ? whole : LONGEST;
    var left = Duration.between(now, lastAt.plus(wait));
    return left.isPositive() ? left : Duration.ZERO;
  }
}
