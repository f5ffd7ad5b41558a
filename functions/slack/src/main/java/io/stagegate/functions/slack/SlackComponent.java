package io.stagegate.functions.slack;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.stagegate.cloud.Secrets;
import io.stagegate.http.Log;
import io.stagegate.people.Accounts;
import io.stagegate.people.SlackUsers;
import io.stagegate.release.Decide;
import io.stagegate.store.Store;
import io.stagegate.wiring.SecretsModule;
import io.stagegate.wiring.Settings;
import io.stagegate.wiring.SlackClients;
import io.stagegate.wiring.StoreModule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How this function is put together. */
@Singleton
@Component(modules = {StoreModule.class, SecretsModule.class, SlackComponent.Parts.class})
interface SlackComponent {
  Interactions interactions();

  Log log();

  /** What is this function's own. */
  @Module
  interface Parts {
    /** Slack shows an error to who waits three seconds for what they pressed. */
    Duration PATIENCE = Duration.ofMillis(1_500);

    @Provides
    @Singleton
    static Log log(Clock clock) {
      return Log.of("slack", clock);
    }

    @Provides
    static Interactions interactions(
        Store store, Secrets secrets, Settings settings, Clock clock, Log log) {
      var name = settings.optional("SLACK_SIGNING_SECRET");
      var slack = SlackClients.client(settings, secrets, PATIENCE);
      var people = new People(new SlackUsers(store, new Accounts(store, clock)));
      var once = new Once(store, new Decide(store, clock), clock);
      var answers = new Answers(settings.required("PUBLIC_URL"));
      return new Interactions(
          new SlackProof(
              () -> name.flatMap(secrets::get).map(Parts::each).orElse(List.of()), clock),
          new Presses(people, store, once, answers, slack, log),
          new Forms(people, once, answers),
          log);
    }

    /** Two while the secret is changed, with a space or line between them; else one. */
    private static List<String> each(String secret) {
      return Stream.of(secret.strip().split("\\s+")).filter(text -> !text.isEmpty()).toList();
    }
  }
}
