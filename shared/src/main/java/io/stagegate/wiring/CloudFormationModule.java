package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** The client of CloudFormation. */
@Module(includes = AwsModule.class)
public interface CloudFormationModule {
  @Provides
  @Singleton
  static CloudFormationClient cloudFormation(SdkClients clients) {
    return clients.client(CloudFormationClient.builder());
  }
}
