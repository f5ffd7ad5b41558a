package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import io.stagegate.cloud.Secrets;
import io.stagegate.http.Authentication;
import io.stagegate.http.Guard;
import io.stagegate.http.Sessions;
import io.stagegate.http.SignInStates;
import io.stagegate.model.Login;
import io.stagegate.people.Accounts;
import io.stagegate.people.PersonalTokens;
import io.stagegate.people.Slowdown;
import io.stagegate.store.Store;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Who asks: by the secrets that {@code API_TOKEN_SECRET} and {@code SESSION_SECRET} name, and what
 * the table says of people and their tokens.
 */
@Module(includes = {SecretsModule.class, StoreModule.class})
public interface HttpModule {
  @Provides
  @Singleton
  static Sessions sessions(Secrets secrets, Settings settings, Clock clock) {
    var name = settings.required("SESSION_SECRET");
    return new Sessions(() -> value(secrets, name), settings.required("PUBLIC_URL"), clock);
  }

  @Provides
  @Singleton
  static SignInStates states(Secrets secrets, Settings settings, Clock clock) {
    var name = settings.required("SESSION_SECRET");
    return new SignInStates(() -> value(secrets, name), settings.required("PUBLIC_URL"), clock);
  }

  @Provides
  @Singleton
  static Authentication authentication(
      Secrets secrets,
      Settings settings,
      Sessions sessions,
      Accounts accounts,
      PersonalTokens tokens) {
    var name = settings.required("API_TOKEN_SECRET");
    return new Authentication(
        () -> value(secrets, name),
        new Login(settings.optional("ADMIN_LOGIN").orElse("admin")),
        sessions,
        accounts,
        tokens);
  }

  @Provides
  static Accounts accounts(Store store, Clock clock) {
    return new Accounts(store, clock);
  }

  @Provides
  static Slowdown slowdown(Store store, Clock clock) {
    return new Slowdown(store, clock);
  }

  @Provides
  static PersonalTokens tokens(Store store, Clock clock) {
    return new PersonalTokens(store, clock);
  }

  @Provides
  @Singleton
  static Guard guard(Authentication authentication, Slowdown slowdown) {
    return new Guard(authentication, slowdown);
  }

  private static String value(Secrets secrets, String name) {
    return secrets
        .get(name)
        .orElseThrow(() -> new IllegalStateException("There is no secret " + name + "."));
  }
}
