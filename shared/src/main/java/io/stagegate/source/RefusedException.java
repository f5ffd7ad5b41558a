package io.stagegate.source;

import java.io.Serial;

/** Ends an unpacking from deep inside the reading of an archive; never leaves {@link Tarball}. */
final class RefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String reason;

  RefusedException(String reason) {
    super(reason);
    this.reason = reason;
  }

  RefusedException(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** A sentence, fit to show. */
  String reason() {
    return reason;
  }
}
