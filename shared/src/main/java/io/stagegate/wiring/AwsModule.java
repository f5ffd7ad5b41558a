package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** What {@link SdkClients} makes clients from. */
@Module(includes = SettingsModule.class)
public interface AwsModule {
  @Provides
  @Singleton
  static SdkHttpClient http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(Duration.ofSeconds(3))
        .socketTimeout(Duration.ofSeconds(30))
        .build();
  }

  @Provides
  @Singleton
  static Region region(Settings settings) {
    return Region.of(settings.required("AWS_REGION"));
  }

  @Provides
  @Singleton
  static AwsCredentialsProvider credentials() {
    return EnvironmentVariableCredentialsProvider.create();
  }
}
