package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The client of Step Functions. */
@Module(includes = AwsModule.class)
public interface SfnModule {
  @Provides
  @Singleton
  static SfnClient stepFunctions(SdkClients clients) {
    return clients.client(SfnClient.builder());
  }
}
