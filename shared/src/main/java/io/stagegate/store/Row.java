package io.stagegate.store;

import io.stagegate.cloud.AwsCalls;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One row of the table.
 *
 * @param version another one with each write, and another one for a row made anew
 * @param document its value as {@link Codec} writes it
 */
record Row(long version, String document) {
  /** DynamoDB's numbers are exact far beyond this; so are those of who reads them as doubles. */
  private static final long FIRST_VERSIONS = 1L << 52;

  /**
   * Where a new row starts. Counting from 1 would make a row that was deleted and made anew look
   * like the one that was read.
   */
  static long firstVersion() {
    return ThreadLocalRandom.current().nextLong(1, FIRST_VERSIONS);
  }

  long nextVersion() {
    return version + 1;
  }

  static Optional<Row> read(DynamoDbClient dynamo, String table, Key<?> key) {
    var answer =
        AwsCalls.call(
            () ->
                dynamo.getItem(
                    get ->
                        get.tableName(table)
                            .consistentRead(true)
                            .key(keyOf(key.partition(), key.sort()))));
    return answer.hasItem() ? Optional.of(of(answer.item())) : Optional.empty();
  }

  static Row of(Map<String, AttributeValue> item) {
    return new Row(Long.parseLong(attribute(item, "v").n()), attribute(item, "d").s());
  }

  static Map<String, AttributeValue> keyOf(String partition, String sort) {
    return Map.of("pk", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort));
  }

  /** The item that holds this row; {@code ttl} in seconds since 1970, null to keep it. */
  Map<String, AttributeValue> item(Key<?> key, @Nullable Long ttl) {
    var item = new HashMap<>(keyOf(key.partition(), key.sort()));
    item.put("v", AttributeValue.fromN(Long.toString(version)));
    item.put("t", AttributeValue.fromS(key.type().getSimpleName()));
    item.put("s", AttributeValue.fromN(Integer.toString(Codec.VERSION)));
    item.put("d", AttributeValue.fromS(document));
    if (ttl != null) {
      item.put("ttl", AttributeValue.fromN(Long.toString(ttl)));
    }
    return item;
  }

  <T> T value(Class<T> type) {
    return Codec.read(document, type);
  }

  private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    var value = item.get(name);
    if (value == null) {
      throw new IllegalStateException("a row has no " + name + ": " + item.get("pk"));
    }
    return value;
  }
}
