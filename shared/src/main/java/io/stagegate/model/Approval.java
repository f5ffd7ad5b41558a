package io.stagegate.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The open question to people about one review. It is {@code PENDING}, then exactly one of the
 * others, for good.
 *
 * @param digest the digest of the review that is asked about; a decision is for it alone
 * @param quorum whose word it needs
 * @param votes what people said so far, in order; nobody twice
 * @param expiresAt from this instant on nobody can decide
 * @param decision how it ended; null while {@code PENDING}
 * @param remindAt when those who have not decided are reminded; null where never, or they were
 */
public record Approval(
    ProjectId project,
    int release,
    String digest,
    Quorum quorum,
    List<Vote> votes,
    Instant askedAt,
    Instant expiresAt,
    @Nullable Decision decision,
    @Nullable Instant remindAt) {

  /** Where a question stands. */
  public enum Status {
    PENDING,
    APPROVED,
    REJECTED,
    EXPIRED,
    SUPERSEDED
  }

  public Approval {
    votes = List.copyOf(votes);
  }

  /** A question that nobody is reminded of. */
  public Approval(
      ProjectId project,
      int release,
      String digest,
      Quorum quorum,
      List<Vote> votes,
      Instant askedAt,
      Instant expiresAt,
      @Nullable Decision decision) {
    this(project, release, digest, quorum, votes, askedAt, expiresAt, decision, null);
  }

  public Status status() {
    return decision == null ? Status.PENDING : decision.status();
  }

  public static Approval asked(
      ProjectId project, int release, String digest, Quorum quorum, Instant now, Duration wait) {
    return new Approval(project, release, digest, quorum, List.of(), now, now.plus(wait), null);
  }

  /** The same question, of which people are reminded then; null for never, or not again. */
  public Approval remindingAt(@Nullable Instant at) {
    return new Approval(project, release, digest, quorum, votes, askedAt, expiresAt, decision, at);
  }

  /** The same question, where these have said yes before to the same. */
  public Approval carrying(List<Vote> carried) {
    return with(carried, decision);
  }

  /** What came of trying to decide. */
  public sealed interface Outcome {
    /** Decided; this is the approval now. */
    record Decided(Approval approval) implements Outcome {}

    /** Said and counted; it takes more of the kind. */
    record Counted(Approval approval) implements Outcome {}

    /** Somebody, or time, ended it before. */
    record Closed(Decision earlier) implements Outcome {}

    /** Its time is over although nothing has closed it yet. */
    record TooLate(Instant expiredAt) implements Outcome {}

    /** The decision was for another review than the one that is asked about. */
    record OtherDigest(String asked) implements Outcome {}

    /** This person's word does not count here, or not so; with the reason as a sentence. */
    record Refused(String reason) implements Outcome {}

    /** They have said so before. */
    record Repeated(Vote earlier) implements Outcome {}
  }

  /** A person approves or rejects what they saw. One no is enough; a yes takes the quorum. */
  public Outcome decide(String seenDigest, Vote vote) {
    var over = over(seenDigest, vote.at());
    if (over.isPresent()) {
      return over.get();
    }
    var refused = refused(vote);
    if (refused.isPresent()) {
      return new Outcome.Refused(refused.get());
    }
    var earlier = votes.stream().filter(said -> said.by().equals(vote.by())).findFirst();
    if (earlier.isPresent() && vote.approve() && !vote.override()) {
      return new Outcome.Repeated(earlier.get());
    }
    var said = new ArrayList<>(votes);
    said.removeIf(before -> before.by().equals(vote.by()));
    said.add(vote);
    if (vote.approve() && !vote.override() && said.size() < quorum.needed()) {
      return new Outcome.Counted(with(said, null));
    }
    var status = vote.approve() ? Status.APPROVED : Status.REJECTED;
    return new Outcome.Decided(
        with(said, new Decision(status, vote.by(), vote.comment(), vote.at())));
  }

  private Optional<Outcome> over(String seenDigest, Instant now) {
    if (decision != null) {
      return Optional.of(new Outcome.Closed(decision));
    }
    if (!now.isBefore(expiresAt)) {
      return Optional.of(new Outcome.TooLate(expiresAt));
    }
    return digest.equals(seenDigest)
        ? Optional.empty()
        : Optional.of(new Outcome.OtherDigest(digest));
  }

  private Optional<String> refused(Vote vote) {
    if (vote.override() && !quorum.override()) {
      return Optional.of("An admin does not decide alone here.");
    }
    if (!vote.override() && quorum.bars(vote.by()).isPresent()) {
      return quorum.bars(vote.by());
    }
    boolean reason = !vote.approve() || vote.override() || quorum.reason();
    if (reason && vote.comment().isBlank()) {
      return Optional.of(
          vote.approve()
              ? "Say in a comment why this may go on: the review found a high risk."
              : "Say in a comment why not.");
    }
    return Optional.empty();
  }

  /** What came of the end of its time. */
  public sealed interface Ending {
    /** Closed; this is the approval now. */
    record Ended(Approval approval) implements Ending {}

    /** Somebody, or time, ended it before. */
    record Closed(Decision earlier) implements Ending {}

    /** It is still open: its time is not over. */
    record NotYet(Instant expiresAt) implements Ending {}
  }

  /** Time closes it, once it is over. */
  public Ending expire(Instant now) {
    if (decision != null) {
      return new Ending.Closed(decision);
    }
    if (now.isBefore(expiresAt)) {
      return new Ending.NotYet(expiresAt);
    }
    return new Ending.Ended(
        with(votes, new Decision(Status.EXPIRED, "stagegate", "Nobody decided in time.", now)));
  }

  /**
   * Something else closes it: who asked takes it back, or what was reviewed holds no longer.
   *
   * @return the approval as it is then, or as it was closed before
   */
  public Approval supersede(String by, String why, Instant now) {
    return decision == null ? with(votes, new Decision(Status.SUPERSEDED, by, why, now)) : this;
  }

  private Approval with(List<Vote> said, @Nullable Decision taken) {
    return new Approval(
        project, release, digest, quorum, said, askedAt, expiresAt, taken, remindAt);
  }
}
