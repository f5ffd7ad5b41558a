package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import io.stagegate.cloud.Secrets;
import io.stagegate.cloud.SecretsManagerSecrets;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The secrets. */
@Module(includes = AwsModule.class)
public interface SecretsModule {
  @Provides
  @Singleton
  static SecretsManagerClient secretsManager(
      SdkHttpClient http, Region region, AwsCredentialsProvider credentials) {
    return SecretsManagerClient.builder()
        .httpClient(http)
        .region(region)
        .credentialsProvider(credentials)
        .build();
  }

  @Provides
  @Singleton
  static Secrets secrets(SecretsManagerClient client, Clock clock) {
    return new SecretsManagerSecrets(client, clock);
  }
}
