package io.stagegate.functions.console;

import io.stagegate.http.Guard;
import io.stagegate.http.Routes;
import java.util.Optional;

/**
 * How people come in, and what they come with.
 *
 * @param gitHub empty where the deployment names no OAuth app
 */
record Doorway(
    SignInPages signIn, Optional<GitHubRoutes> gitHub, TokenRoutes tokens, AccountRoutes account) {
  void add(Routes.Builder routes, Guard guard) {
    signIn.add(routes, guard);
    gitHub.ifPresent(there -> there.add(routes));
    tokens.add(routes, guard);
    account.add(routes, guard);
  }
}
