package io.stagegate.store;

import io.stagegate.cloud.AwsCalls;
import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** One run of a use case: what it read, at which version, and what it wants written. */
final class DynamoTransaction implements Transaction {
  private final DynamoDbClient dynamo;
  private final DynamoStore.Tables tables;
  private final Clock clock;
  private final Map<Key<?>, Optional<Row>> reads = new LinkedHashMap<>();
  private final Map<Key<?>, Write> writes = new LinkedHashMap<>();

  /** What is to become of a row. */
  private sealed interface Write {
    record Put(Object value, @Nullable Instant forgetAfter) implements Write {}

    record Delete() implements Write {}
  }

  DynamoTransaction(DynamoDbClient dynamo, DynamoStore.Tables tables, Clock clock) {
    this.dynamo = dynamo;
    this.tables = tables;
    this.clock = clock;
  }

  @Override
  public <T> Optional<T> get(Key<T> key) {
    return switch (writes.get(key)) {
      case Write.Put put -> Optional.of(key.type().cast(put.value()));
      case Write.Delete() -> Optional.empty();
      case null -> row(key).map(row -> row.value(key.type()));
    };
  }

  private Optional<Row> row(Key<?> key) {
    return reads.computeIfAbsent(key, missing -> Row.read(dynamo, table(missing), missing));
  }

  @Override
  public <T> void put(Key<T> key, T value) {
    writes.put(key, new Write.Put(value, null));
  }

  @Override
  public <T> void put(Key<T> key, T value, Instant forgetAfter) {
    writes.put(key, new Write.Put(value, forgetAfter));
  }

  @Override
  public void delete(Key<?> key) {
    writes.put(key, new Write.Delete());
  }

  @Override
  public void note(Event event) {
    put(Keys.event(event, UUID.randomUUID().toString()), event);
  }

  @Override
  public void send(Effect effect) {
    var now = clock.instant();
    var id = Keys.time(now) + "#" + UUID.randomUUID();
    put(Keys.outbox(id), new OutboxEntry(id, now, effect));
  }

  private String table(Key<?> key) {
    return tables.name(key.table());
  }

  void commit() {
    if (writes.isEmpty()) {
      return;
    }
    List<TransactWriteItem> items = new ArrayList<>();
    writes.forEach((key, write) -> items.add(item(key, write)));
    reads.forEach(
        (key, row) -> {
          if (!writes.containsKey(key)) {
            items.add(check(key, row));
          }
        });
    AwsCalls.call(() -> dynamo.transactWriteItems(request -> request.transactItems(items)));
  }

  /**
   * A row is written over the version that was read. One that wasn't read is new, as events and
   * outbox entries are, so it isn't read first to find out.
   */
  private TransactWriteItem item(Key<?> key, Write write) {
    var read = reads.getOrDefault(key, Optional.empty());
    var condition = Condition.of(read);
    return switch (write) {
      case Write.Put(var value, var forgetAfter) -> {
        var row =
            new Row(read.map(Row::nextVersion).orElseGet(Row::firstVersion), Codec.write(value));
        var item = row.item(key, forgetAfter == null ? null : forgetAfter.getEpochSecond());
        yield TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(table(key))
                        .item(item)
                        .conditionExpression(condition.expression())
                        .expressionAttributeValues(condition.values()))
            .build();
      }
      case Write.Delete() ->
          TransactWriteItem.builder()
              .delete(
                  delete -> {
                    delete.tableName(table(key)).key(Row.keyOf(key.partition(), key.sort()));
                    if (read.isPresent()) {
                      delete
                          .conditionExpression(condition.expression())
                          .expressionAttributeValues(condition.values());
                    }
                  })
              .build();
    };
  }

  private TransactWriteItem check(Key<?> key, Optional<Row> read) {
    var condition = Condition.of(read);
    return TransactWriteItem.builder()
        .conditionCheck(
            check ->
                check
                    .tableName(table(key))
                    .key(Row.keyOf(key.partition(), key.sort()))
                    .conditionExpression(condition.expression())
                    .expressionAttributeValues(condition.values()))
        .build();
  }

  /** That a row still is as it was read. */
  private record Condition(String expression, @Nullable Map<String, AttributeValue> values) {
    static Condition of(Optional<Row> read) {
      return read.map(
              row ->
                  new Condition(
                      "v = :v", Map.of(":v", AttributeValue.fromN(Long.toString(row.version())))))
          .orElseGet(() -> new Condition("attribute_not_exists(pk)", null));
    }
  }
}
