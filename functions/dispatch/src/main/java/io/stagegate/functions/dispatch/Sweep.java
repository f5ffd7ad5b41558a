package io.stagegate.functions.dispatch;

import io.stagegate.release.Expire;
import io.stagegate.store.Keys;
import io.stagegate.store.OutboxEntry;
import io.stagegate.store.Store;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What time must do: closes approvals whose time is over, and delivers what the stream did not.
 * Each run looks at a bounded number, the oldest first, so a backlog shrinks run by run.
 */
final class Sweep {
  /** Younger entries are on their way through the stream. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int MOST = 100;

  private final Store store;
  private final Outbox outbox;
  private final Expire expire;
  private final Clock clock;

  /** What a run found. */
  record Swept(int delivered, int expired) {}

  @Inject
  Sweep(Store store, Outbox outbox, Expire expire, Clock clock) {
    this.store = store;
    this.outbox = outbox;
    this.expire = expire;
    this.clock = clock;
  }

  Swept run() {
    int expired = closeOverdue();
    return new Swept(deliverLeft(), expired);
  }

  private int closeOverdue() {
    var now = clock.instant();
    var overdue =
        store.list(Keys.openApprovals(), MOST, null).items().stream()
            .takeWhile(open -> !now.isBefore(open.expiresAt()))
            .toList();
    overdue.forEach(open -> expire.close(open.project(), open.release()));
    return overdue.size();
  }

  private int deliverLeft() {
    var before = clock.instant().minus(PATIENCE);
    var left =
        store.list(Keys.outbox(), MOST, null).items().stream()
            .takeWhile(entry -> entry.at().isBefore(before))
            .toList();
    deliverAll(left);
    return left.size();
  }

  /** One that can't be delivered doesn't keep the others from it. */
  private void deliverAll(List<OutboxEntry> entries) {
    RuntimeException first = null;
    for (var entry : entries) {
      try {
        outbox.deliver(entry);
      } catch (RuntimeException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
