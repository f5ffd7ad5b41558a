package io.stagegate.release;

import io.stagegate.model.Approval;
import io.stagegate.model.Decision;
import io.stagegate.model.Origin;
import io.stagegate.model.ProjectId;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Time ends a question that nobody answered; safe to call early, late and again. */
public final class Expire {
  private final Store store;
  private final Clock clock;

  @Inject
  public Expire(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** The question is closed now; the release will go on. */
    record Expired(Decision decision) implements Outcome {}

    /** Somebody, or time, ended it before. */
    record Closed(Decision earlier) implements Outcome {}

    /** Its time is not over. */
    record NotYet(Instant expiresAt) implements Outcome {}

    /** There is no such question. */
    record Unknown() implements Outcome {}
  }

  public Outcome close(ProjectId project, int number) {
    return store.transact(
        state -> {
          var release = state.get(Keys.release(project, number));
          var asked = state.get(Keys.approval(project, number));
          if (release.isEmpty() || asked.isEmpty()) {
            return new Outcome.Unknown();
          }
          var approval = asked.get();
          return switch (approval.expire(clock.instant())) {
            case Approval.Ending.Ended(var after) -> {
              var decision = Decide.decisionOf(after);
              Closing.write(state, release.get(), approval, after, decision, Origin.SYSTEM);
              yield new Outcome.Expired(decision);
            }
            case Approval.Ending.Closed(var earlier) -> {
              // Whoever reads the list of open ones needn't find this again.
              state.delete(Keys.openApproval(approval));
              yield new Outcome.Closed(earlier);
            }
            case Approval.Ending.NotYet(var at) -> new Outcome.NotYet(at);
          };
        });
  }
}
