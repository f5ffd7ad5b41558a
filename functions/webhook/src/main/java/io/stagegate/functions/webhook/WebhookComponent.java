package io.stagegate.functions.webhook;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.stagegate.cloud.Secrets;
import io.stagegate.cloud.SqsQueue;
import io.stagegate.http.Log;
import io.stagegate.wiring.SecretsModule;
import io.stagegate.wiring.Settings;
import io.stagegate.wiring.SqsModule;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.sqs.SqsClient;

/** How this function is put together. */
@Singleton
@Component(modules = {SqsModule.class, SecretsModule.class, WebhookComponent.Parts.class})
interface WebhookComponent {
  Webhooks webhooks();

  Log log();

  /** What is this function's own. */
  @Module
  interface Parts {
    @Provides
    @Singleton
    static Log log(Clock clock) {
      return Log.of("webhook", clock);
    }

    @Provides
    @Singleton
    static Webhooks webhooks(
        Secrets secrets, SqsClient sqs, Settings settings, Clock clock, Log log) {
      return new Webhooks(
          secrets,
          settings.required("SECRET_PREFIX"),
          new SqsQueue(sqs, settings.required("INTAKE_QUEUE_URL")),
          clock,
          log);
    }
  }
}
