package io.stagegate.model;

import java.time.Instant;

/**
 * How the wait for people ended.
 *
 * @param by the member who decided; {@code stagegate} where time or a change ended it
 * @param comment what they said, empty where nothing
 */
public record Decision(Approval.Status status, String by, String comment, Instant at) {
  public static final int LONGEST_COMMENT = 2_000;

  public Decision {
    if (status == Approval.Status.PENDING) {
      throw new IllegalArgumentException("pending is no decision");
    }
    if (comment.length() > LONGEST_COMMENT) {
      throw new IllegalArgumentException(
          "a comment has at most " + LONGEST_COMMENT + " characters");
    }
  }
}
