package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import io.stagegate.cloud.Secrets;
import io.stagegate.source.GitHubSource;
import io.stagegate.source.Source;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * Repositories on GitHub, at {@code GITHUB_API_URL}, with the token in the secret that {@code
 * GITHUB_TOKEN_SECRET} names, if it names one.
 */
@Module(includes = SecretsModule.class)
public interface SourceModule {
  @Provides
  @Singleton
  static Source source(Settings settings, Secrets secrets) {
    var api = settings.optional("GITHUB_API_URL").orElse("https://api.github.com");
    var token = settings.optional("GITHUB_TOKEN_SECRET");
    return new GitHubSource(URI.create(api), () -> token.flatMap(secrets::get));
  }
}
