package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** The client of CloudFormation. */
@Module(includes = AwsModule.class)
public interface CloudFormationModule {
  @Provides
  @Singleton
  static CloudFormationClient cloudFormation(
      SdkHttpClient http, Region region, AwsCredentialsProvider credentials) {
    return CloudFormationClient.builder()
        .httpClient(http)
        .region(region)
        .credentialsProvider(credentials)
        .build();
  }
}
