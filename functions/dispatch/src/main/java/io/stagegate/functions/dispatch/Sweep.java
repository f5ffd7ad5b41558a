package io.stagegate.functions.dispatch;

import io.stagegate.release.Expire;
import io.stagegate.release.Remind;
import io.stagegate.release.Rounds;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What time must do: closes approvals whose time is over, reminds people before, ends those whose
 * workflow is gone, and delivers what the stream did not. Each run looks at a bounded number, the
 * oldest first, so a backlog shrinks run by run.
 */
final class Sweep {
  /** Younger entries are on their way through the stream. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int MOST = 100;

  private final Store store;
  private final Outbox outbox;
  private final Expire expire;
  private final Remind remind;
  private final LostWorkflows lost;
  private final Clock clock;
  private final Rounds rounds;

  /** What a run found. */
  record Swept(int delivered, int expired, int reminded) {}

  @Inject
  Sweep(Store store, Outbox outbox, Expire expire, Remind remind, LostWorkflows lost, Clock clock) {
    this.store = store;
    this.outbox = outbox;
    this.expire = expire;
    this.remind = remind;
    this.lost = lost;
    this.clock = clock;
    this.rounds = new Rounds(store, clock, "workflows");
  }

  /** One that can't be closed or delivered doesn't keep the others from it; it is thrown then. */
  Swept run() {
    List<RuntimeException> failures = new ArrayList<>();
    int expired = closeOverdue(failures);
    int reminded = remindOfTheOpen(failures);
    int delivered = deliverLeft(failures);
    failures.addAll(rounds.run(lost::look));
    if (!failures.isEmpty()) {
      var first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
    return new Swept(delivered, expired, reminded);
  }

  private int remindOfTheOpen(List<RuntimeException> failures) {
    var now = clock.instant();
    var due =
        store.list(Keys.reminders(), MOST, null).items().stream()
            .takeWhile(reminder -> !now.isBefore(reminder.at()))
            .toList();
    each(due, remind::of, failures);
    return due.size();
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
