package io.stagegate.cli;

import io.stagegate.review.Review;
import io.stagegate.review.RiskLevel;
import io.stagegate.review.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a review comes to. What can't be applied does no harm, so that counts before its risk.
 *
 * @param code of the process
 * @param reason one sentence without a full stop; empty where the review was made and stops nobody
 */
record Verdict(int code, String reason) {
  static final int REVIEWED = 0;
  static final int NOT_APPLICABLE = 1;

  /** Also for wrong usage, and for output that can't be written. */
  static final int UNREADABLE = 2;

  static final int TOO_RISKY = 3;

  /**
   * Judges a review.
   *
   * @param failOn the least risk that stops; null where none does
   */
  static Verdict of(Review review, @Nullable RiskLevel failOn) {
    boolean templatesAlone = review.changeSets().isEmpty();
    if (!templatesAlone && !review.executable()) {
      return new Verdict(NOT_APPLICABLE, Status.sentence(review));
    }
    if (review.empty()) {
      return new Verdict(NOT_APPLICABLE, "No resource changes, so there is nothing to apply");
    }
    if (failOn != null && review.risk().compareTo(failOn) >= 0) {
      return new Verdict(TOO_RISKY, "The risk is " + review.risk() + ", --fail-on is " + failOn);
    }
    return new Verdict(REVIEWED, "");
  }
}
