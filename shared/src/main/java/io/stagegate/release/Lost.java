package io.stagegate.release;

import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import io.stagegate.model.Failure;
import io.stagegate.model.Notice;
import io.stagegate.model.Origin;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Release;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * A release's workflow was ended from outside while people were asked, or had just decided: nobody
 * can take the decision any more, so the release ends with that as the truth, and gives its stage
 * back.
 */
public final class Lost {
  private final Store store;
  private final Clock clock;

  @Inject
  public Lost(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Ends the release, if it is still where people are asked.
   *
   * @param how what became of its workflow, as Step Functions says it: {@code ABORTED}
   * @return whether this ended it
   */
  public boolean end(ProjectId project, int number, String how) {
    return store.transact(
        state -> {
          var found = state.get(Keys.release(project, number));
          if (found.isEmpty() || found.get().phase() != Release.Phase.WAITING_FOR_APPROVAL) {
            return false;
          }
          write(state, found.get(), how);
          return true;
        });
  }

  private void write(Transaction state, Release release, String how) {
    var now = clock.instant();
    var id = release.project();
    var number = release.number();
    var why =
        "The workflow of this release was ended from outside (%s). %s is as it was."
            .formatted(how, release.stage());
    // Nobody waits with it any more.
    state.delete(Closing.token(id, number));
    OpenQuestion.of(state, id, number).ifPresent(open -> open.supersede(state, why, now));
    var closed = state.get(Keys.release(id, number)).orElse(release);
    state.put(
        Keys.release(id, number), closed.ended(Release.Phase.FAILED, new Failure(why, null), now));
    state.note(Event.of(release, now, "failed", Event.STAGEGATE, why), Origin.SYSTEM, null);
    state.send(new Effect.Announce(id, number, Notice.Kind.ENDED));
    Line.leave(state, id, release.stage(), release.id());
  }
}
