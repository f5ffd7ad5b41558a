package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The client of the queues. */
@Module(includes = AwsModule.class)
public interface SqsModule {
  @Provides
  @Singleton
  static SqsClient sqs(SdkHttpClient http, Region region, AwsCredentialsProvider credentials) {
    return SqsClient.builder()
        .httpClient(http)
        .region(region)
        .credentialsProvider(credentials)
        .build();
  }
}
