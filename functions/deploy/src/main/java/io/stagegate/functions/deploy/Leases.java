package io.stagegate.functions.deploy;

import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import io.stagegate.model.Lease;
import io.stagegate.release.Change;
import io.stagegate.release.Line;
import io.stagegate.release.Plan;
import io.stagegate.store.Codec;
import io.stagegate.store.Key;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.store.TaskToken;
import io.stagegate.store.Transaction;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Who may change a target now. Those who can't yet wait with their task token; whoever leaves hands
 * the right to the first in line in the same transaction, and the outbox wakes them.
 */
final class Leases {
  private final Store store;
  private final Clock clock;

  /**
   * Whether the right is held, and with which fence.
   *
   * @param fence 0 where it isn't held
   */
  record Held(boolean held, long fence) {
    static Held of(Lease lease, String who) {
      return lease.heldBy(who) ? new Held(true, lease.fence()) : new Held(false, 0);
    }
  }

  @Inject
  Leases(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  Held take(Change change) {
    return store.transact(
        tx -> {
          var key = keyOf(tx, change);
          var before = tx.get(key).orElse(Lease.FREE);
          var after = before.take(change.id());
          if (!after.equals(before)) {
            tx.put(key, after);
          }
          var held = Held.of(after, change.id());
          if (!held.held() && !after.equals(before) && change.release() != null) {
            noteWaiting(tx, change, after);
          }
          return held;
        });
  }

  private void noteWaiting(Transaction tx, Change change, Lease lease) {
    var release = Plan.release(tx::get, change);
    var now = clock.instant();
    tx.put(Keys.release(release.project(), release.number()), release.waiting(now));
    tx.note(
        Event.of(
            release,
            now,
            "waiting",
            Event.STAGEGATE,
            "Waits for "
                + release.stage()
                + ", which "
                + lease.holder()
                + " is changing, at place "
                + lease.line().size()
                + " in line."));
  }

  /** The right may have come between asking for it and waiting for it: then nothing waits. */
  Held await(Change change, String token) {
    return store.transact(
        tx -> {
          var held = Held.of(tx.get(keyOf(tx, change)).orElse(Lease.FREE), change.id());
          var tokenKey = Line.token(change.project(), change.id());
          tx.get(tokenKey);
          if (held.held()) {
            tx.send(new Effect.Resume(token, Codec.write(held)));
          } else {
            tx.put(tokenKey, new TaskToken(token));
          }
          return held;
        });
  }

  Held leave(Change change) {
    return store.transact(
        tx -> {
          var stage = Plan.of(tx::get, change).stage().name();
          Line.leave(tx, change.project(), stage, change.id());
          return new Held(false, 0);
        });
  }

  private static Key<Lease> keyOf(Transaction tx, Change change) {
    var plan = Plan.of(tx::get, change);
    return Keys.lease(change.project(), plan.stage().name());
  }
}
