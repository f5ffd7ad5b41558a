package io.stagegate.functions.notify;

import io.stagegate.store.Due;
import io.stagegate.store.NoticeKeys;
import io.stagegate.store.Store;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends what is due, what has waited longest first; a bounded number each time. Several may run at
 * once: each message is begun in a transaction, which one of them wins.
 */
final class Deliveries {
  private static final int MOST = 100;

  private final Store store;
  private final SendNotice notices;
  private final SendCode codes;
  private final Clock clock;

  /** How many were looked at. */
  record Delivered(int messages) {}

  @Inject
  Deliveries(Store store, SendNotice notices, SendCode codes, Clock clock) {
    this.store = store;
    this.notices = notices;
    this.codes = codes;
    this.clock = clock;
  }

  /** One that breaks doesn't keep the others; it is thrown then. */
  Delivered run() {
    var now = clock.instant();
    var waiting =
        store.list(NoticeKeys.due(), MOST, null).items().stream()
            .takeWhile(due -> !now.isBefore(due.at()))
            .toList();
    List<RuntimeException> failures = new ArrayList<>();
    for (var due : waiting) {
      try {
        send(due);
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      var first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
    return new Delivered(waiting.size());
  }

  private void send(Due due) {
    switch (due) {
      case Due.OfNotice notice -> notices.send(notice);
      case Due.OfCode code -> codes.send(code);
    }
  }
}
