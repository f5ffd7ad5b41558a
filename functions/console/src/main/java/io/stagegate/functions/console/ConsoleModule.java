package io.stagegate.functions.console;

import dagger.Module;
import dagger.Provides;
import io.stagegate.cloud.Objects;
import io.stagegate.cloud.Secrets;
import io.stagegate.http.Authentication;
import io.stagegate.http.Guard;
import io.stagegate.http.Log;
import io.stagegate.http.Membership;
import io.stagegate.http.Routes;
import io.stagegate.http.Sessions;
import io.stagegate.model.Target;
import io.stagegate.release.ChangeTeam;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.SetApprovals;
import io.stagegate.release.Withdraw;
import io.stagegate.source.GitHubSource;
import io.stagegate.source.Source;
import io.stagegate.store.Store;
import io.stagegate.wiring.Reviews;
import io.stagegate.wiring.Settings;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Map;

/** What is this function's own. */
@Module
interface ConsoleModule {
  @Provides
  @Singleton
  static Log log(Clock clock) {
    return Log.of("console", clock);
  }

  @Provides
  static Source source(Settings settings, Secrets secrets) {
    return new GitHubSource(
        URI.create(settings.optional("GITHUB_API_URL").orElse("https://api.github.com")),
        () -> settings.optional("GITHUB_TOKEN_SECRET").flatMap(secrets::get));
  }

  @Provides
  static AddProject.Deployment deployment(Settings settings) {
    return new AddProject.Deployment(
        settings.required("SECRET_PREFIX"),
        settings.required("PUBLIC_URL").replaceAll("/+$", ""),
        new Target(settings.required("DEV_ROLE_ARN"), Map.of()),
        new Target(settings.required("PRODUCTION_ROLE_ARN"), Map.of()));
  }

  @Provides
  static Routes routes(
      Guard guard,
      Authentication authentication,
      Sessions sessions,
      Store store,
      @Reviews Objects reviews,
      Source source,
      Secrets secrets,
      AddProject.Deployment deployment,
      Clock clock) {
    var pages = new Pages();
    var addProject = new AddProject(store, source, secrets, deployment, clock);
    var releases = new RequestRelease(store, clock);
    return ConsoleRoutes.of(
        guard,
        new Membership(store),
        new SignInPages(authentication, sessions, pages, clock),
        new ProjectPages(store, addProject, releases, pages, clock),
        new ReleasePages(store, reviews, pages, clock),
        new TeamRoutes(store, new ChangeTeam(store, clock), pages, clock),
        new ApprovalRoutes(new Withdraw(store, clock), new SetApprovals(store, clock)),
        new Api(store, reviews, addProject, releases));
  }
}
