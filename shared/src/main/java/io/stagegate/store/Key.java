package io.stagegate.store;

/**
 * A record's place.
 *
 * @param partition the aggregate it belongs to
 * @param sort its place in there
 * @param type what it is
 */
public record Key<T>(Table table, String partition, String sort, Class<T> type) {
  /** A place in the table of all state. */
  public Key(String partition, String sort, Class<T> type) {
    this(Table.STATE, partition, sort, type);
  }
}
