package io.stagegate.model;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The open question to people about one review. It is {@code PENDING}, then exactly one of the
 * others, for good.
 *
 * @param digest the digest of the review that is asked about; a decision is for it alone
 * @param expiresAt from this instant on nobody can decide
 * @param decision how it ended; null while {@code PENDING}
 */
public record Approval(
    ProjectId project,
    int release,
    String digest,
    Instant askedAt,
    Instant expiresAt,
    @Nullable Decision decision) {

  /** How long people have where a stage says nothing else. */
  public static final Duration DEFAULT_WAIT = Duration.ofDays(7);

  /** The longest that a stage may say; the workflow that asks waits no longer. */
  public static final Duration LONGEST_WAIT = Duration.ofDays(30);

  /** Where a question stands. */
  public enum Status {
    PENDING,
    APPROVED,
    REJECTED,
    EXPIRED,
    SUPERSEDED
  }

  public Status status() {
    return decision == null ? Status.PENDING : decision.status();
  }

  public static Approval asked(
      ProjectId project, int release, String digest, Instant now, Duration wait) {
    return new Approval(project, release, digest, now, now.plus(wait), null);
  }

  /**
   * How long people have, as ISO 8601 writes it: {@code P2D}, {@code PT4H}.
   *
   * @throws IllegalArgumentException with the reason, where it is none or too short or long
   */
  public static Duration wait(String text) {
    try {
      var wait = Duration.parse(text);
      if (wait.compareTo(Duration.ofSeconds(1)) >= 0 && wait.compareTo(LONGEST_WAIT) <= 0) {
        return wait;
      }
    } catch (DateTimeParseException | ArithmeticException e) {
      // Told as what is out of bounds is.
    }
    throw new IllegalArgumentException("it is a time from PT1S to P30D, as P2D or PT4H");
  }

  /** What came of trying to decide. */
  public sealed interface Outcome {
    /** Decided; this is the approval now. */
    record Decided(Approval approval) implements Outcome {}

    /** Somebody, or time, ended it before. */
    record Closed(Decision earlier) implements Outcome {}

    /** Its time is over although nothing has closed it yet. */
    record TooLate(Instant expiredAt) implements Outcome {}

    /** It is still open: its time is not over. */
    record NotYet(Instant expiresAt) implements Outcome {}

    /** The decision was for another review than the one that is asked about. */
    record OtherDigest(String asked) implements Outcome {}
  }

  /** A person approves or rejects what they saw. */
  public Outcome decide(
      boolean approve, String seenDigest, String by, String comment, Instant now) {
    if (decision != null) {
      return new Outcome.Closed(decision);
    }
    if (!now.isBefore(expiresAt)) {
      return new Outcome.TooLate(expiresAt);
    }
    if (!digest.equals(seenDigest)) {
      return new Outcome.OtherDigest(digest);
    }
    var status = approve ? Status.APPROVED : Status.REJECTED;
    return new Outcome.Decided(closedBy(new Decision(status, by, comment, now)));
  }

  /** Time closes it, once it is over. */
  public Outcome expire(Instant now) {
    if (decision != null) {
      return new Outcome.Closed(decision);
    }
    if (now.isBefore(expiresAt)) {
      return new Outcome.NotYet(expiresAt);
    }
    return new Outcome.Decided(
        closedBy(new Decision(Status.EXPIRED, "stagegate", "Nobody decided in time.", now)));
  }

  private Approval closedBy(Decision taken) {
    return new Approval(project, release, digest, askedAt, expiresAt, taken);
  }
}
