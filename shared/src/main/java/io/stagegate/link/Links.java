package io.stagegate.link;

import io.stagegate.cloud.Hashing;
import io.stagegate.model.Approval;
import io.stagegate.model.Login;
import io.stagegate.model.PersonalLink;
import io.stagegate.store.NoticeKeys;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Personal links, as they are kept. */
public final class Links {
  /** So long after a link expired it is remembered whose it was and who opened it. */
  private static final Duration REMEMBERED = Duration.ofDays(90);

  private static final int ID_DIGITS = 32;

  private final Store store;
  private final LinkSeals seals;
  private final String publicUrl;

  /**
   * @param publicUrl the console's address, without a slash at its end
   */
  public Links(Store store, LinkSeals seals, String publicUrl) {
    this.store = store;
    this.seals = seals;
    this.publicUrl = publicUrl;
  }

  /**
   * The address of somebody's link to a question. Asked for again, it is the same link. The
   * signature is in the query, which no log holds.
   */
  public String address(Approval approval, Login to) {
    var id = id(approval, to);
    var link =
        store.transact(
            state -> {
              var there = state.get(NoticeKeys.link(id));
              var made = there.orElseGet(() -> PersonalLink.of(id, approval, to));
              if (there.isEmpty()) {
                put(state, made);
              }
              return made;
            });
    return publicUrl + "/links/" + id + "?s=" + seals.signature(link);
  }

  /** The same for the same person, question and review; nobody need keep it secret. */
  public static String id(Approval approval, Login to) {
    var text =
        String.join(
            "\n",
            approval.project().value(),
            Integer.toString(approval.release()),
            approval.digest(),
            Long.toString(approval.askedAt().toEpochMilli()),
            to.value());
    return Hashing.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, ID_DIGITS);
  }

  /** Remembers that it was opened. */
  void visited(String id, PersonalLink.Visit visit) {
    store.transact(
        state -> {
          state.get(NoticeKeys.link(id)).ifPresent(link -> put(state, link.visited(visit)));
          return true;
        });
  }

  /**
   * Uses it up, in the transaction of what it does.
   *
   * @throws UsedException where it was used before
   */
  static void use(Transaction state, String id, Instant now) {
    var link = state.get(NoticeKeys.link(id)).orElseThrow(UsedException::new);
    if (link.usedAt() != null) {
      throw new UsedException();
    }
    put(state, link.used(now));
  }

  /** Somebody was quicker with the very same link. */
  static final class UsedException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static void put(Transaction state, PersonalLink link) {
    state.put(NoticeKeys.link(link.id()), link, link.expiresAt().plus(REMEMBERED));
  }
}
