package io.stagegate.store;

import io.stagegate.cloud.AwsCalls;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The state in DynamoDB.
 *
 * <p>Each row holds {@code pk}, {@code sk}, its version {@code v}, its type {@code t}, its
 * document's shape {@code s} and the document {@code d}. A transaction is a TransactWriteItems
 * whose conditions say that each row it read still has the version it read.
 */
public final class DynamoStore implements Store {
  private static final int MOST_TRIES = 12;

  private final DynamoDbClient dynamo;
  private final Tables tables;
  private final Clock clock;

  /** The tables' names. */
  @FunctionalInterface
  public interface Tables {
    String name(Table table);
  }

  public DynamoStore(DynamoDbClient dynamo, Tables tables, Clock clock) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.clock = clock;
  }

  @Override
  public <R> R transact(Function<Transaction, R> work) {
    for (int attempt = 1; ; attempt++) {
      var transaction = new DynamoTransaction(dynamo, tables, clock);
      R result = work.apply(transaction);
      try {
        transaction.commit();
        return result;
      } catch (TransactionCanceledException e) {
        if (!overtaken(e)) {
          throw e;
        }
        if (attempt == MOST_TRIES) {
          throw new ContentionException("others kept changing what this reads");
        }
        Backoff.pause(attempt);
      }
    }
  }

  /** Whether others changed what was read, or write it right now: then reading again helps. */
  private static boolean overtaken(TransactionCanceledException e) {
    var codes =
        e.cancellationReasons().stream()
            .map(CancellationReason::code)
            .filter(code -> code != null && !code.equals("None"))
            .toList();
    return !codes.isEmpty()
        && codes.stream()
            .allMatch(
                code ->
                    code.equals("ConditionalCheckFailed") || code.equals("TransactionConflict"));
  }

  @Override
  public <T> Optional<T> read(Key<T> key) {
    return Row.read(dynamo, tables.name(key.table()), key).map(row -> row.value(key.type()));
  }

  @Override
  public <T> Page<T> list(Listing<T> listing, int limit, @Nullable String cursor) {
    if (cursor != null && !cursor.startsWith(listing.prefix())) {
      throw new IllegalArgumentException("the cursor is none of this list's");
    }
    var values = new HashMap<String, AttributeValue>();
    values.put(":pk", AttributeValue.fromS(listing.partition()));
    if (!listing.prefix().isEmpty()) {
      values.put(":sk", AttributeValue.fromS(listing.prefix()));
    }
    var answer =
        AwsCalls.call(
            () ->
                dynamo.query(
                    query -> {
                      query
                          .tableName(tables.name(listing.table()))
                          .consistentRead(true)
                          .scanIndexForward(!listing.newestFirst())
                          .limit(limit)
                          .keyConditionExpression(
                              listing.prefix().isEmpty()
                                  ? "pk = :pk"
                                  : "pk = :pk AND begins_with(sk, :sk)")
                          .expressionAttributeValues(values);
                      if (cursor != null) {
                        query.exclusiveStartKey(Row.keyOf(listing.partition(), cursor));
                      }
                    }));
    var items = answer.items().stream().map(item -> Row.of(item).value(listing.type())).toList();
    return new Page<>(items, next(answer.lastEvaluatedKey()));
  }

  private static @Nullable String next(Map<String, AttributeValue> last) {
    var sort = last.get("sk");
    return sort == null ? null : sort.s();
  }
}
