package io.stagegate.release;

import io.stagegate.model.Approval;
import io.stagegate.model.Event;
import io.stagegate.model.Origin;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Release;
import io.stagegate.model.StageName;
import io.stagegate.store.Keys;
import io.stagegate.store.Transaction;
import java.time.Instant;
import java.util.Optional;

/**
 * The question that people are asked about a stage. There is one at most: only the release that
 * holds the stage's lease asks.
 */
public record OpenQuestion(Release release, Approval approval) {

  /** Reads it; empty where nobody is asked. */
  public static Optional<OpenQuestion> of(Transaction state, ProjectId project, StageName stage) {
    return state
        .get(Keys.lease(project, stage))
        .flatMap(lease -> Change.releaseOf(project, lease.holder()))
        .flatMap(number -> of(state, project, number.intValue()));
  }

  /** Reads that about one release; empty where nobody is asked, or not any more. */
  public static Optional<OpenQuestion> of(Transaction state, ProjectId project, int number) {
    var release = state.get(Keys.release(project, number));
    var approval = state.get(Keys.approval(project, number));
    return release.isEmpty() || release.get().phase().ended() || approval.isEmpty()
        ? Optional.empty()
        : approval
            .filter(asked -> asked.decision() == null)
            .map(asked -> new OpenQuestion(release.get(), asked));
  }

  /**
   * Ends it: what people are asked about holds no longer.
   *
   * @param by who ended it
   * @param why as a sentence
   * @param from where they came from
   */
  public void supersede(Transaction state, String by, String why, Instant now, Origin from) {
    var after = approval.supersede(by, why, now);
    Closing.write(state, release, approval, after, Decide.decisionOf(after), from);
  }

  /** Ends it, where nobody did but something happened. */
  public void supersede(Transaction state, String why, Instant now) {
    supersede(state, Event.STAGEGATE, why, now, Origin.SYSTEM);
  }

  OpenQuestion followedBy(int number) {
    return new OpenQuestion(release.followed(number), approval);
  }
}
