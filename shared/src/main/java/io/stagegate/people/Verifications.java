package io.stagegate.people;

import io.stagegate.model.Verification;
import io.stagegate.store.Due;
import io.stagegate.store.NoticeKeys;
import io.stagegate.store.Transaction;
import java.util.Optional;

/** Codes on their way, as they are kept. */
public final class Verifications {
  private Verifications() {}

  /** Puts a code on the list of what is to be sent, in the place of one that waits there. */
  public static void send(Transaction state, Verification asked, Optional<Verification> before) {
    write(state, asked);
    before
        .filter(last -> last.codeHash() == null)
        .map(Due::of)
        .filter(due -> !NoticeKeys.due(due).equals(NoticeKeys.due(Due.of(asked))))
        .ifPresent(due -> state.delete(NoticeKeys.due(due)));
    var due = Due.of(asked);
    state.get(NoticeKeys.due(due));
    state.put(NoticeKeys.due(due), due);
  }

  /** Writes one, to be forgotten when its day is over. */
  public static void write(Transaction state, Verification verification) {
    state.put(
        NoticeKeys.verification(
            verification.login(), verification.channel(), verification.purpose()),
        verification,
        verification.firstAskedAt().plus(Verification.DAY));
  }
}
