package io.stagegate.release;

import io.stagegate.model.Effect;
import io.stagegate.model.Lease;
import io.stagegate.model.ProjectId;
import io.stagegate.model.StageName;
import io.stagegate.store.Codec;
import io.stagegate.store.Keys;
import io.stagegate.store.TaskToken;
import io.stagegate.store.Transaction;

/** The line of those who wait for a stage. */
public final class Line {
  private Line() {}

  /** What whoever waits in line is handed. */
  private record Held(boolean held, long fence) {}

  /** The token of who waits in line. */
  public static io.stagegate.store.Key<TaskToken> token(ProjectId project, String who) {
    return Keys.token(project, "lease-" + who);
  }

  /**
   * Leaves it, or gives the right back and wakes the next; who doesn't wait yet will see that it
   * holds the right.
   */
  public static void leave(Transaction state, ProjectId project, StageName stage, String who) {
    var key = Keys.lease(project, stage);
    var before = state.get(key).orElse(Lease.FREE);
    var after = before.leave(who);
    if (after.equals(before)) {
      return;
    }
    state.put(key, after);
    var next = after.holder();
    if (next == null || next.equals(before.holder())) {
      return;
    }
    state
        .get(token(project, next))
        .ifPresent(
            waiting -> {
              var held = Codec.write(new Held(true, after.fence()));
              state.send(new Effect.Resume(waiting.token(), held));
              state.delete(token(project, next));
            });
  }
}
