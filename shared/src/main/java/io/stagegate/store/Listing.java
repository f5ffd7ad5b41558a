package io.stagegate.store;

/**
 * Records of one kind that lie side by side.
 *
 * @param partition the aggregate they belong to
 * @param prefix what their sort keys begin with
 * @param newestFirst whether the order is the keys' own, turned round
 * @param type what they are
 */
public record Listing<T>(
    Table table, String partition, String prefix, boolean newestFirst, Class<T> type) {
  /** A listing of the table of all state. */
  Listing(String partition, String prefix, boolean newestFirst, Class<T> type) {
    this(Table.STATE, partition, prefix, newestFirst, type);
  }
}
