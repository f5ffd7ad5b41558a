package io.stagegate.functions.notify;

import java.time.Duration;

/** A message could not be sent; the reason is fit to be shown to members of the project. */
final class FailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Duration pause;

  FailedException(String reason) {
    this(reason, Duration.ZERO);
  }

  /**
   * A failure after which whoever failed asks to be left alone.
   *
   * @param pause how long, at least
   */
  FailedException(String reason, Duration pause) {
    super(reason);
    this.pause = pause;
  }

  FailedException(String reason, Throwable cause) {
    super(reason, cause);
    this.pause = Duration.ZERO;
  }

  /** How long to wait at least before the next try. */
  static Duration pauseOf(RuntimeException failure) {
    return failure instanceof FailedException ours ? ours.pause : Duration.ZERO;
  }

  /** What is shown of any failure: of one that isn't ours, its kind alone. */
  static String reasonOf(RuntimeException failure) {
    return failure instanceof FailedException ours
        ? String.valueOf(ours.getMessage())
        : failure.getClass().getSimpleName();
  }
}
