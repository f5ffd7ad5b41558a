package io.stagegate.store;

import java.time.Duration;
import java.time.Instant;

/** That it is remembered already that somebody tried what they may not. */
public record Refusal(Instant at) {
  /** How long it needn't be remembered again. */
  public static final Duration COUNTS = Duration.ofDays(1);

  public boolean counts(Instant now) {
    return now.isBefore(at.plus(COUNTS));
  }
}
