package io.stagegate.model;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
 * @param remindBefore how long before the end those who have not decided are reminded, though not
 *     before half of the time is over; zero for never
 * @param newBuildSupersedes whether a newer build on the stage that a promotion comes from ends the
 *     question about it
 */
public record ApprovalPolicy(
    int approvals,
    int graveApprovals,
    boolean requesterDecides,
    boolean authorsDecide,
    boolean adminOverrides,
    Duration decideWithin,
    @Nullable Duration remindBefore,
    boolean newBuildSupersedes) {
  public static final int MOST_APPROVALS = 10;
  public static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  /** The workflow that asks waits no longer. */
  public static final Duration LONGEST_WAIT = Duration.ofDays(30);

  /** When people are reminded where a stage says nothing else. */
  public static final Duration USUAL_REMINDER = Duration.ofDays(1);

  /**
   * Where a stage says nothing else: one person decides, and two where data would be lost or access
   * is wider; who asked and who wrote it may be among them.
   */
  public static final ApprovalPolicy DEFAULT =
      new ApprovalPolicy(1, 2, true, true, false, Duration.ofDays(7));

  private static final String NO_REMINDER = "it is a time from PT0S to P30D, as P1D or PT4H";

  public ApprovalPolicy {
    remindBefore = remindBefore == null ? USUAL_REMINDER : remindBefore;
    if (remindBefore.isNegative() || remindBefore.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException("people are reminded PT0S to P30D before the end");
    }
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

  /** A policy that reminds as usual, and where a newer build ends nothing. */
  public ApprovalPolicy(
      int approvals,
      int graveApprovals,
      boolean requesterDecides,
      boolean authorsDecide,
      boolean adminOverrides,
      Duration decideWithin) {
    this(
        approvals,
        graveApprovals,
        requesterDecides,
        authorsDecide,
        adminOverrides,
        decideWithin,
        null,
        false);
  }

  @Override
  public Duration remindBefore() {
    return remindBefore == null ? USUAL_REMINDER : remindBefore;
  }

  /**
   * When people are reminded of a question; empty where never.
   *
   * @param askedAt when they were asked
   */
  public Optional<Instant> remindAt(Instant askedAt) {
    var half = decideWithin.dividedBy(2);
    var before = remindBefore().compareTo(half) < 0 ? remindBefore() : half;
    return before.isZero()
        ? Optional.empty()
        : Optional.of(askedAt.plus(decideWithin).minus(before));
  }

  /** The same policy, where people have this long. */
  public ApprovalPolicy withDecideWithin(Duration time) {
    return new ApprovalPolicy(
        approvals,
        graveApprovals,
        requesterDecides,
        authorsDecide,
        adminOverrides,
        time,
        remindBefore,
        newBuildSupersedes);
  }

  /**
   * How long before the end people are reminded, as ISO 8601 writes it; {@code PT0S} for never.
   *
   * @throws IllegalArgumentException with the reason, where it is none or too long
   */
  public static Duration reminder(String text) {
    try {
      var time = Duration.parse(text);
      if (!time.isNegative() && time.compareTo(LONGEST_WAIT) <= 0) {
        return time;
      }
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new IllegalArgumentException(NO_REMINDER, e);
    }
    throw new IllegalArgumentException(NO_REMINDER);
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
