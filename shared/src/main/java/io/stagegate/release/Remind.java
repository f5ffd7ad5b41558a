package io.stagegate.release;

import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import io.stagegate.model.Notice;
import io.stagegate.store.Keys;
import io.stagegate.store.Reminder;
import io.stagegate.store.Store;
import jakarta.inject.Inject;
import java.time.Clock;

/** Reminds those who have not decided, once; safe to call late and again. */
public final class Remind {
  private final Store store;
  private final Clock clock;

  @Inject
  public Remind(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Returns whether they are reminded by this call. */
  public boolean of(Reminder due) {
    return store.transact(
        state -> {
          var now = clock.instant();
          state.delete(Keys.reminder(due));
          var open =
              OpenQuestion.of(state, due.project(), due.release())
                  .filter(asked -> due.at().equals(asked.approval().remindAt()))
                  .filter(asked -> now.isBefore(asked.approval().expiresAt()));
          open.ifPresent(
              asked -> {
                var release = asked.release();
                state.put(
                    Keys.approval(due.project(), due.release()),
                    asked.approval().remindingAt(null));
                state.note(
                    Event.of(
                        release,
                        now,
                        "reminded",
                        Event.STAGEGATE,
                        "Those who have not decided on release %d are reminded."
                            .formatted(release.number())));
                state.send(new Effect.Announce(due.project(), due.release(), Notice.Kind.REMINDER));
              });
          return open.isPresent();
        });
  }
}
