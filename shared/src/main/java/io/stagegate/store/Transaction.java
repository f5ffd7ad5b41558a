package io.stagegate.store;

import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import java.time.Instant;
import java.util.Optional;

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

  /** Asks for something to be done outside the table. */
  void send(Effect effect);
}
