package io.stagegate.functions.dispatch;

import io.stagegate.release.Expire;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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

  /** One that can't be closed or delivered doesn't keep the others from it; it is thrown then. */
  Swept run() {
    List<RuntimeException> failures = new ArrayList<>();
    int expired = closeOverdue(failures);
    int delivered = deliverLeft(failures);
    if (!failures.isEmpty()) {
      var first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
    return new Swept(delivered, expired);
  }

  private int closeOverdue(List<RuntimeException> failures) {
    var now = clock.instant();
    var overdue =
        store.list(Keys.openApprovals(), MOST, null).items().stream()
            .takeWhile(open -> !now.isBefore(open.expiresAt()))
            .toList();
    each(overdue, open -> expire.close(open.project(), open.release()), failures);
    return overdue.size();
  }

  private int deliverLeft(List<RuntimeException> failures) {
    var before = clock.instant().minus(PATIENCE);
    var left =
        store.list(Keys.outbox(), MOST, null).items().stream()
            .takeWhile(entry -> entry.at().isBefore(before))
            .toList();
    each(left, outbox::deliver, failures);
    return left.size();
  }

  private static <T> void each(List<T> items, Consumer<T> action, List<RuntimeException> failures) {
    for (var item : items) {
      try {
        action.accept(item);
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
  }
}
