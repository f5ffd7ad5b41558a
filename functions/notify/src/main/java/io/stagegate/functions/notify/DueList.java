package io.stagegate.functions.notify;

import io.stagegate.store.Due;
import io.stagegate.store.NoticeKeys;
import io.stagegate.store.Transaction;
import java.util.Optional;

/** The list of what is to be sent. */
final class DueList {
  private DueList() {}

  /** Takes a row off the list and puts another on it, perhaps in the very same place. */
  static void replace(Transaction state, Due before, Optional<Due> after) {
    // Read first, so that it may be written over.
    after.ifPresent(due -> state.get(NoticeKeys.due(due)));
    state.delete(NoticeKeys.due(before));
    after.ifPresent(due -> state.put(NoticeKeys.due(due), due));
  }
}
