package io.stagegate.model;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * What a stage asks of people before it is changed.
 *
 * @param approvals how many approvers must say yes, at least 1
 * @param graveApprovals how many where data would be lost or somebody may do more than before, at
 *     least {@code approvals}
 * @param requesterDecides whether who asked may be one of them
 * @param authorsDecide whether an author of the commits may be one of them
 * @param adminOverrides whether an admin may decide alone, with a reason
 * @param decideWithin how long people have
 */
public record ApprovalPolicy(
    int approvals,
    int graveApprovals,
    boolean requesterDecides,
    boolean authorsDecide,
    boolean adminOverrides,
    Duration decideWithin) {
  public static final int MOST_APPROVALS = 10;
  public static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  /** The workflow that asks waits no longer. */
  public static final Duration LONGEST_WAIT = Duration.ofDays(30);

  /**
   * Where a stage says nothing else: one person decides, and two where data would be lost or access
   * is wider; who asked and who wrote it may be among them.
   */
  public static final ApprovalPolicy DEFAULT =
      new ApprovalPolicy(1, 2, true, true, false, Duration.ofDays(7));

  public ApprovalPolicy {
    if (approvals < 1 || graveApprovals < approvals || graveApprovals > MOST_APPROVALS) {
      throw new IllegalArgumentException(
          "1 to "
              + MOST_APPROVALS
              + " approvals are needed, and not fewer where data is lost or access wider");
    }
    if (decideWithin.compareTo(SHORTEST_WAIT) < 0 || decideWithin.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException("people have from PT1S to P30D to decide");
    }
  }

  /** The same policy, where people have this long. */
  public ApprovalPolicy withDecideWithin(Duration time) {
    return new ApprovalPolicy(
        approvals, graveApprovals, requesterDecides, authorsDecide, adminOverrides, time);
  }

  /**
   * How long people have, as ISO 8601 writes it: {@code P2D}, {@code PT4H}.
   *
   * @throws IllegalArgumentException with the reason, where it is none or too short or long
   */
  public static Duration time(String text) {
    try {
      return DEFAULT.withDecideWithin(Duration.parse(text)).decideWithin();
    } catch (DateTimeParseException | ArithmeticException | IllegalArgumentException e) {
      throw new IllegalArgumentException("it is a time from PT1S to P30D, as P2D or PT4H", e);
    }
  }
}
