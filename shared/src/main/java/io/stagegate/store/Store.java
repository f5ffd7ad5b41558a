package io.stagegate.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and changes state. */
public interface Store {

  /**
   * Runs a use case as one transaction. It may run more than once, where others changed what it
   * read, so it must do nothing but read and write through the transaction.
   *
   * @return what the run that counted gave
   * @throws ContentionException where others kept changing what it reads
   */
  <R> R transact(Function<Transaction, R> work);

  /** Reads one record, consistently. */
  <T> Optional<T> read(Key<T> key);

  /**
   * Reads a page of records, consistently.
   *
   * @param limit at most this many
   * @param cursor where the page before ended; null for the first
   * @throws IllegalArgumentException where the cursor is none of this listing's
   */
  <T> Page<T> list(Listing<T> listing, int limit, @Nullable String cursor);

  /**
   * Some records of a listing.
   *
   * @param cursor to read on from; null at the end
   */
  record Page<T>(List<T> items, @Nullable String cursor) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /** Others kept changing what a use case reads. Trying again later is right. */
  final class ContentionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ContentionException(String message) {
      super(message);
    }
  }
}
