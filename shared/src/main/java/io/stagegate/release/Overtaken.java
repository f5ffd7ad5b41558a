package io.stagegate.release;

import io.stagegate.model.ProjectId;
import io.stagegate.store.Store;
import java.time.Clock;

/** Ends a question whose review no longer tells what would happen; safe to call late and again. */
public final class Overtaken {
  private final Store store;
  private final Clock clock;

  public Overtaken(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Ends it, unless somebody, or time, was first.
   *
   * @param digest of the review that holds no longer
   * @param why as a sentence
   * @return whether this ended it
   */
  public boolean end(ProjectId project, int number, String digest, String why) {
    return store.transact(
        state -> {
          var open =
              OpenQuestion.of(state, project, number)
                  .filter(asked -> asked.approval().digest().equals(digest));
          open.ifPresent(asked -> asked.supersede(state, why, clock.instant()));
          return open.isPresent();
        });
  }
}
