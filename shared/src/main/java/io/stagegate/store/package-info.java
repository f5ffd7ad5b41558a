/**
 * Stagegate's state in one DynamoDB table.
 *
 * <p>A use case runs as an optimistic transaction: what it reads is read consistently and must
 * still be so when its writes go in, all together with its events and its outbox entries. A rule
 * therefore decides in plain code, on whole records, and its decision can't be overtaken.
 */
@NullMarked
package io.stagegate.store;

import org.jspecify.annotations.NullMarked;
