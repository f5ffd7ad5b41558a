package io.stagegate.functions.console;

import dagger.Module;
import dagger.Provides;
import io.stagegate.audit.Heads;
import io.stagegate.cloud.Objects;
import io.stagegate.cloud.Secrets;
import io.stagegate.http.Authentication;
import io.stagegate.http.Guard;
import io.stagegate.http.Log;
import io.stagegate.http.Membership;
import io.stagegate.http.Routes;
import io.stagegate.http.Sessions;
import io.stagegate.http.SignInStates;
import io.stagegate.link.LinkCodes;
import io.stagegate.link.LinkCookies;
import io.stagegate.link.LinkDoor;
import io.stagegate.link.LinkSeals;
import io.stagegate.link.Visits;
import io.stagegate.model.Target;
import io.stagegate.notice.SetSlackChannel;
import io.stagegate.people.Accounts;
import io.stagegate.people.ContactBook;
import io.stagegate.people.PersonalTokens;
import io.stagegate.people.Slowdown;
import io.stagegate.release.ChangeTeam;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.SetApprovals;
import io.stagegate.release.SetFreezes;
import io.stagegate.release.Withdraw;
import io.stagegate.source.GitHubSignIn;
import io.stagegate.source.GitHubSource;
import io.stagegate.source.SignIn;
import io.stagegate.source.Source;
import io.stagegate.store.Store;
import io.stagegate.wiring.Channels;
import io.stagegate.wiring.Reviews;
import io.stagegate.wiring.Settings;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

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
        settings.required("PUBLIC_URL").replaceAll("/+$", ""),
        new Target(settings.required("DEV_ROLE_ARN"), Map.of()),
        new Target(settings.required("PRODUCTION_ROLE_ARN"), Map.of()));
  }

  @Provides
  static WebhookSecrets webhookSecrets(Settings settings, Secrets secrets) {
    return new WebhookSecrets(secrets, settings.required("SECRET_PREFIX"));
  }

  @Provides
  @Singleton
  static Pages pages() {
    return new Pages();
  }

  /** By GitHub where {@code GITHUB_CLIENT_ID} and {@code GITHUB_CLIENT_SECRET} are named. */
  @Provides
  static Optional<SignIn> signIn(Settings settings, Secrets secrets) {
    var secret = settings.optional("GITHUB_CLIENT_SECRET");
    return settings
        .optional("GITHUB_CLIENT_ID")
        .filter(client -> secret.isPresent())
        .map(
            client ->
                new GitHubSignIn(
                    URI.create(settings.optional("GITHUB_URL").orElse("https://github.com")),
                    URI.create(
                        settings.optional("GITHUB_API_URL").orElse("https://api.github.com")),
                    client,
                    () -> secret.flatMap(secrets::get)));
  }

  @Provides
  static ContactBook contacts(Store store, Clock clock, Settings settings) {
    return new ContactBook(store, clock, Channels.of(settings));
  }

  @Provides
  static LinkPages.Parts links(
      LinkDoor door, LinkSeals seals, LinkCookies cookies, LinkCodes codes, Visits visits) {
    return new LinkPages.Parts(door, seals, cookies, codes, visits);
  }

  @Provides
  static Doorway doorway(
      Authentication authentication,
      Sessions sessions,
      SignInStates states,
      Accounts accounts,
      Slowdown slowdown,
      PersonalTokens tokens,
      Optional<SignIn> gitHub,
      ContactBook contacts,
      AddProject.Deployment deployment,
      Pages pages,
      Clock clock) {
    return new Doorway(
        new SignInPages(
            authentication, sessions, accounts, slowdown, gitHub.isPresent(), pages, clock),
        gitHub.map(
            there -> new GitHubRoutes(there, states, sessions, accounts, deployment.publicUrl())),
        new TokenRoutes(tokens, accounts, pages, clock),
        new AccountRoutes(contacts, pages, clock));
  }

  @Provides
  static Routes routes(
      Guard guard,
      Doorway doorway,
      Store store,
      @Reviews Objects reviews,
      LinkPages.Parts links,
      Source source,
      WebhookSecrets secrets,
      AddProject.Deployment deployment,
      Heads heads,
      Pages pages,
      Clock clock) {
    var addProject = new AddProject(store, source, secrets, deployment, clock);
    var releases = new RequestRelease(store, clock);
    return ConsoleRoutes.of(
        guard,
        new Membership(store),
        doorway,
        new ProjectPages(store, addProject, releases, pages, clock),
        new ReleasePages(store, reviews, pages, clock),
        new LinkPages(links, store, reviews, pages, clock),
        new TeamRoutes(store, new ChangeTeam(store, clock), pages, clock),
        new ApprovalRoutes(releases, new Withdraw(store, clock), new SetApprovals(store, clock)),
        new FreezeRoutes(new SetFreezes(store, clock)),
        new WebhookRoutes(store, secrets, deployment.publicUrl(), pages, clock),
        new AuditRoutes(store, heads, pages, clock),
        new SlackRoutes(new SetSlackChannel(store, clock)),
        new Api(store, reviews, addProject, releases));
  }
}
