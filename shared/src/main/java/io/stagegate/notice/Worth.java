package io.stagegate.notice;

import io.stagegate.model.Notice;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.util.Optional;

/** Whether a notice that waited is still worth sending. */
public final class Worth {
  private Worth() {}

  /** Why it is not, as a sentence; empty where it is. */
  public static Optional<String> why(Store store, Notice notice) {
    return switch (notice.kind()) {
      case ASKED, REMINDER -> asked(store, notice);
      case CLOSED, ENDED -> Optional.empty();
    };
  }

  private static Optional<String> asked(Store store, Notice notice) {
    var approval = store.read(Keys.approval(notice.project(), notice.release()));
    if (approval.isEmpty() || approval.get().decision() != null) {
      return Optional.of("The question ended before this could be sent.");
    }
    var release = store.read(Keys.release(notice.project(), notice.release()));
    var team = store.read(Keys.team(notice.project()));
    // A channel is asked on behalf of all who may decide.
    return notice.place() != null
            || release.isPresent()
                && team.isPresent()
                && Recipients.mayDecide(release.get(), approval.get(), team.get(), notice.to())
        ? Optional.empty()
        : Optional.of("It is not theirs to decide any more.");
  }
}
