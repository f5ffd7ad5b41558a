package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The client of the queues. */
@Module(includes = AwsModule.class)
public interface SqsModule {
  @Provides
  @Singleton
  static SqsClient sqs(SdkClients clients) {
    return clients.client(SqsClient.builder());
  }
}
