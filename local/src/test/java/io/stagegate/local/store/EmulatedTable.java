package io.stagegate.local.store;

import static io.stagegate.release.Samples.NOW;
import static io.stagegate.release.Samples.SHOP;

import io.stagegate.local.emulator.Emulator;
import io.stagegate.local.emulator.TestEmulator;
import io.stagegate.store.DynamoStore;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.store.Table;
import io.stagegate.store.TaskToken;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A table of the emulator's DynamoDB, new and empty for each test. */
@Timeout(300)
@ResourceLock("the one emulator of these classes, where they are run side by side")
abstract class EmulatedTable {
  @TempDir static Path folder;
  private static Emulator emulator;
  private static DynamoDbClient dynamo;

  final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private String table = "";
  Store store = new DynamoStore(dynamo, this::name, clock);

  @BeforeAll
  static void start() {
    emulator = TestEmulator.start(folder);
    dynamo = client(emulator.endpoint());
  }

  @AfterAll
  static void stop() {
    if (emulator != null) {
      dynamo.close();
      emulator.close();
    }
  }

  @BeforeEach
  void anEmptyTable(TestInfo test) {
    table = test.getTestMethod().orElseThrow().getName();
    for (var each : Table.values()) {
      create(name(each));
    }
    store = new DynamoStore(dynamo, this::name, clock);
  }

  /** The emulated name of a table. */
  String name(Table each) {
    return table + "-" + each;
  }

  private static void create(String name) {
    dynamo.createTable(
        create ->
            create
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(attribute("pk"), attribute("sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
    // A table is made in the background: until then nothing of that name is there.
    try (var waiter = dynamo.waiter()) {
      waiter.waitUntilTableExists(describe -> describe.tableName(name));
    }
  }

  void token(String token) {
    store.transact(
        tx -> {
          tx.put(Keys.token(SHOP, "approval-1"), new TaskToken(token));
          return true;
        });
  }

  void delete() {
    store.transact(
        tx -> {
          tx.delete(Keys.token(SHOP, "approval-1"));
          return true;
        });
  }

  Map<String, AttributeValue> row(String partition, String sort) {
    return dynamo
        .getItem(
            get ->
                get.tableName(name(Table.STATE))
                    .key(
                        Map.of(
                            "pk", AttributeValue.fromS(partition),
                            "sk", AttributeValue.fromS(sort))))
        .item();
  }

  private static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
