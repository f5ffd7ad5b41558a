package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import io.stagegate.cloud.Secrets;
import io.stagegate.cloud.SecretsManagerSecrets;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The secrets. */
@Module(includes = AwsModule.class)
public interface SecretsModule {
  @Provides
  @Singleton
  static SecretsManagerClient secretsManager(SdkClients clients) {
    return clients.client(SecretsManagerClient.builder());
  }

  @Provides
  @Singleton
  static Secrets secrets(SecretsManagerClient client, Clock clock) {
    return new SecretsManagerSecrets(client, clock);
  }
}
