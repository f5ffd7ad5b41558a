package io.stagegate.store;

/**
 * A record's place in the table.
 *
 * @param partition the aggregate it belongs to
 * @param sort its place in there
 * @param type what it is
 */
public record Key<T>(String partition, String sort, Class<T> type) {}
