package io.stagegate.functions.notify;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import io.stagegate.cloud.Secrets;
import io.stagegate.store.Store;
import io.stagegate.wiring.SecretsModule;
import io.stagegate.wiring.Settings;
import io.stagegate.wiring.SlackClients;
import jakarta.inject.Provider;
import java.time.Duration;
import java.util.Set;

/** Slack, where there is a bot's token for it. */
@Module(includes = SecretsModule.class)
interface SlackModule {
  /** Nobody waits for it, and a message that was given up too soon would stand there twice. */
  Duration PATIENCE = Duration.ofSeconds(10);

  @Provides
  @ElementsIntoSet
  static Set<Messenger> slack(Settings settings, Provider<Secrets> secrets, Store store) {
    return settings
        .optional(SlackClients.TOKEN)
        .<Set<Messenger>>map(
            token ->
                Set.of(
                    new SlackMessenger(
                        SlackClients.client(settings, secrets.get(), PATIENCE), store)))
        .orElseGet(Set::of);
  }
}
