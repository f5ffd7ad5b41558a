package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The client of Step Functions. */
@Module(includes = AwsModule.class)
public interface SfnModule {
  @Provides
  @Singleton
  static SfnClient stepFunctions(
      SdkHttpClient http, Region region, AwsCredentialsProvider credentials) {
    return SfnClient.builder()
        .httpClient(http)
        .region(region)
        .credentialsProvider(credentials)
        .build();
  }
}
