package io.stagegate.store;

import io.stagegate.audit.AuditEntry;
import io.stagegate.audit.AuditNote;
import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import io.stagegate.model.Origin;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a use case may do to the state; all of it happens, or nothing. */
public interface Transaction {

  /** Reads a record; if the transaction writes anything, it must still be so then. */
  <T> Optional<T> get(Key<T> key);

  /** Writes a record, over what was read. One that was not read before must be new. */
  <T> void put(Key<T> key, T value);

  /** Writes a record that may be forgotten after an instant. */
  <T> void put(Key<T> key, T value, Instant forgetAfter);

  void delete(Key<?> key);

  /** Notes something that happened. */
  void note(Event event);

  /**
   * Remembers something in the audit log, as the next entry of its chain. Of transactions that do
   * so for one chain at once all but one run again: that is what keeps it in order.
   */
  default void audit(AuditNote note) {
    var entry = AuditEntry.after(get(AuditKeys.auditHead(note.log())), note);
    put(AuditKeys.auditEntry(entry), entry);
    put(AuditKeys.auditHead(note.log()), entry.head());
  }

  /**
   * Notes something that happened, and remembers it in the audit log.
   *
   * @param from where who did it came from
   * @param digest of the review that was acted on; null where it is about none
   */
  default void note(Event event, Origin from, @Nullable String digest) {
    note(event);
    audit(AuditNote.of(event, from, digest));
  }

  /** Asks for something to be done outside the table. */
  void send(Effect effect);
}
