package io.stagegate.store;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits that grow and differ, so that those who collided don't collide again. */
final class Backoff {
  private static final long FIRST_MILLIS = 5;
  private static final long LONGEST_MILLIS = 400;

  private Backoff() {}

  /**
   * Full jitter over an exponential bound (AWS Architecture Blog, "Exponential Backoff And
   * Jitter").
   */
  static void pause(int attempt) {
    long bound = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(attempt, 10));
    LockSupport.parkNanos(
        TimeUnit.MILLISECONDS.toNanos(1 + ThreadLocalRandom.current().nextLong(bound)));
  }
}
