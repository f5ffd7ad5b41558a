package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import io.stagegate.store.DynamoStore;
import io.stagegate.store.Store;
import io.stagegate.store.Table;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The state, in the table that {@code TABLE} names, and the audit log in that of {@code
 * AUDIT_TABLE}: only functions that write or read it have one.
 */
@Module(includes = AwsModule.class)
public interface StoreModule {
  @Provides
  @Singleton
  static DynamoDbClient dynamo(SdkClients clients) {
    return clients.client(DynamoDbClient.builder());
  }

  @Provides
  @Singleton
  static Store store(DynamoDbClient dynamo, Settings settings, Clock clock) {
    return new DynamoStore(dynamo, table -> settings.required(variable(table)), clock);
  }

  private static String variable(Table table) {
    return switch (table) {
      case STATE -> "TABLE";
      case AUDIT -> "AUDIT_TABLE";
    };
  }
}
