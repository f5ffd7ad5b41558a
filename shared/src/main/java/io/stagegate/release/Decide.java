package io.stagegate.release;

import io.stagegate.model.Approval;
import io.stagegate.model.Decision;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Release;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.time.Instant;

/**
 * Somebody decides on a review. The transaction on the approval is the one arbiter: of all who
 * press, one decides, and the others are told who did.
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
   * @param by the member who pressed
   */
  public record Press(
      ProjectId project, int release, boolean approve, String digest, String comment, String by) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** It counted; the release will go on. */
    record Decided(Decision decision) implements Outcome {}

    /** Somebody, or time, ended the question before. */
    record Closed(Decision earlier) implements Outcome {}

    /** The time to decide is over. */
    record TooLate(Instant expiredAt) implements Outcome {}

    /** The review that was seen is not the one that is asked about. */
    record OtherReview() implements Outcome {}

    /** Nobody is asked: the release is not there yet, or is over. */
    record NotAsked(Release.Phase phase) implements Outcome {}

    /** There is no such release. */
    record Unknown() implements Outcome {}
  }

  public Outcome press(Press press) {
    return store.transact(
        state -> {
          var found = state.get(Keys.release(press.project(), press.release()));
          if (found.isEmpty()) {
            return new Outcome.Unknown();
          }
          var release = found.get();
          var asked = state.get(Keys.approval(press.project(), press.release()));
          if (asked.isEmpty() || (asked.get().decision() == null && release.phase().ended())) {
            return new Outcome.NotAsked(release.phase());
          }
          var approval = asked.get();
          return switch (approval.decide(
              press.approve(), press.digest(), press.by(), press.comment(), clock.instant())) {
            case Approval.Outcome.Decided(var after) -> {
              var decision = decisionOf(after);
              Closing.write(state, release, approval, after, decision);
              yield new Outcome.Decided(decision);
            }
            case Approval.Outcome.Closed(var earlier) -> new Outcome.Closed(earlier);
            case Approval.Outcome.TooLate(var at) -> new Outcome.TooLate(at);
            case Approval.Outcome.OtherDigest ignored -> new Outcome.OtherReview();
            case Approval.Outcome.NotYet ignored ->
                throw new IllegalStateException("only time comes too early");
          };
        });
  }

  static Decision decisionOf(Approval approval) {
    var decision = approval.decision();
    if (decision == null) {
      throw new IllegalStateException("the approval of release " + approval.release() + " is open");
    }
    return decision;
  }
}
