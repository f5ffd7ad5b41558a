package io.stagegate.release;

import io.stagegate.audit.AuditNote;
import io.stagegate.model.Access;
import io.stagegate.model.Approval;
import io.stagegate.model.Decision;
import io.stagegate.model.Event;
import io.stagegate.model.Frozen;
import io.stagegate.model.Origin;
import io.stagegate.model.Permission;
import io.stagegate.model.Person;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Release;
import io.stagegate.model.Scope;
import io.stagegate.model.Team;
import io.stagegate.model.Vote;
import io.stagegate.store.AuditKeys;
import io.stagegate.store.Keys;
import io.stagegate.store.Refusal;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Somebody decides on a review. The transaction on the approval is the one arbiter: of all who
 * press, those count whom the quorum takes, one ends the question, and the others are told who did.
 */
public final class Decide {
  private final Store store;
  private final Clock clock;

  public Decide(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A press of a button.
   *
   * @param digest of the review that was seen
   * @param comment at most {@link Decision#LONGEST_COMMENT} characters
   * @param override whether an admin decides alone
   * @param by who pressed
   */
  public record Press(
      ProjectId project,
      int release,
      boolean approve,
      String digest,
      String comment,
      boolean override,
      Person by) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** It counted; the release will go on. */
    record Decided(Decision decision) implements Outcome {}

    /** It counted, and more are needed. */
    record Counted(int approvals, int needed) implements Outcome {}

    /** Somebody, or time, ended the question before. */
    record Closed(Decision earlier) implements Outcome {}

    /** The time to decide is over. */
    record TooLate(Instant expiredAt) implements Outcome {}

    /** The review that was seen is not the one that is asked about. */
    record OtherReview() implements Outcome {}

    /** They said so before. */
    record Repeated(Instant at) implements Outcome {}

    /** It can't count as it was said, with the reason as a sentence. */
    record Refused(String reason) implements Outcome {}

    /** They may not decide, with what would do as a sentence. */
    record NotAllowed(String reason) implements Outcome {}

    /** Nobody is asked: the release is not there yet, or is over. */
    record NotAsked(Release.Phase phase) implements Outcome {}

    /** There is no such release, or not for them. */
    record Unknown() implements Outcome {}
  }

  public Outcome press(Press press) {
    return press(press, state -> {});
  }

  /**
   * A press that uses something up.
   *
   * @param also done in the transaction in which the press counts, and only then
   */
  public Outcome press(Press press, Consumer<Transaction> also) {
    return store.transact(
        state -> {
          var outcome = press(state, press);
          if (outcome instanceof Outcome.Decided || outcome instanceof Outcome.Counted) {
            also.accept(state);
          }
          return outcome;
        });
  }

  private Outcome press(Transaction state, Press press) {
    var found = state.get(Keys.release(press.project(), press.release()));
    if (found.isEmpty()) {
      return new Outcome.Unknown();
    }
    var release = found.get();
    return switch (access(state.get(Keys.team(press.project())), release, press)) {
      case Access.Foreign() -> new Outcome.Unknown();
      case Access.Lacking(var reason) -> refused(state, release, press, reason);
      case Access.Allowed() ->
          press.by().within(Scope.DECIDE)
              ? press(state, release, press)
              : refused(state, release, press, Scope.DECIDE.lacking());
    };
  }

  private static Access access(Optional<Team> team, Release release, Press press) {
    return press.override()
        ? Access.to(Permission.ADMINISTER, team, press.by())
        : Access.toDecideOn(release.stage(), team, press.by());
  }

  /**
   * A member tried who may not. It is remembered once a day for each person and release, so that
   * nobody fills the log; of strangers nothing is.
   */
  private Outcome refused(Transaction state, Release release, Press press, String reason) {
    var now = clock.instant();
    var key = AuditKeys.refused(press.project(), press.release(), press.by().login());
    var before = state.get(key).filter(refusal -> refusal.counts(now));
    if (before.isEmpty()) {
      var digest =
          state
              .get(Keys.approval(press.project(), press.release()))
              .map(Approval::digest)
              .orElse(null);
      var said =
          "Tried to %s release %d and may not: %s"
              .formatted(press.approve() ? "approve" : "reject", press.release(), reason);
      var event = Event.of(release, now, "refused", press.by().login().value(), said);
      state.put(key, new Refusal(now), now.plus(Refusal.COUNTS));
      state.audit(AuditNote.of(event, press.by().from(), digest));
    }
    return new Outcome.NotAllowed(reason);
  }

  private Outcome press(Transaction state, Release release, Press press) {
    var asked = state.get(Keys.approval(press.project(), press.release()));
    if (asked.isEmpty() || (asked.get().decision() == null && release.phase().ended())) {
      return new Outcome.NotAsked(release.phase());
    }
    var approval = asked.get();
    var frozen = frozen(state, release, press);
    if (frozen.isPresent() && approval.decision() == null) {
      return new Outcome.Refused(
          frozen.get().sentence() + " It can be approved after that, and rejected at any time.");
    }
    var vote =
        new Vote(
            press.by().login().value(),
            press.approve(),
            press.comment(),
            press.override(),
            clock.instant());
    return switch (approval.decide(press.digest(), vote)) {
      case Approval.Outcome.Decided(var after) -> {
        var decision = decisionOf(after);
        Closing.write(state, release, approval, after, decision, press.by().from());
        yield new Outcome.Decided(decision);
      }
      case Approval.Outcome.Counted(var after) ->
          counted(state, release, after, vote, press.by().from());
      case Approval.Outcome.Closed(var earlier) -> new Outcome.Closed(earlier);
      case Approval.Outcome.TooLate(var at) -> new Outcome.TooLate(at);
      case Approval.Outcome.OtherDigest ignored -> new Outcome.OtherReview();
      case Approval.Outcome.Refused(var reason) -> new Outcome.Refused(reason);
      case Approval.Outcome.Repeated(var earlier) -> new Outcome.Repeated(earlier.at());
    };
  }

  /** Inside a freeze a yes counts only where the release, or the yes, is in spite of it. */
  private Optional<Frozen> frozen(Transaction state, Release release, Press press) {
    return !press.approve() || press.override() || release.despite() != null
        ? Optional.empty()
        : state
            .get(Keys.project(press.project()))
            .flatMap(project -> project.stage(release.stage()))
            .flatMap(stage -> Frozen.of(stage, clock.instant()));
  }

  private static Outcome counted(
      Transaction state, Release release, Approval after, Vote vote, Origin from) {
    int needed = after.quorum().needed();
    state.put(Keys.approval(release.project(), release.number()), after);
    state.note(
        Event.of(
            release,
            vote.at(),
            "voted",
            vote.by(),
            "Says yes to release %d (%d of %d)%s"
                .formatted(
                    release.number(),
                    after.votes().size(),
                    needed,
                    vote.comment().isBlank() ? "." : ": " + vote.comment())),
        from,
        after.digest());
    return new Outcome.Counted(after.votes().size(), needed);
  }

  static Decision decisionOf(Approval approval) {
    var decision = approval.decision();
    if (decision == null) {
      throw new IllegalStateException("the approval of release " + approval.release() + " is open");
    }
    return decision;
  }
}
