package io.stagegate.local;

import io.stagegate.local.github.GitHubStandIn;
import io.stagegate.local.github.OAuthApp;
import io.stagegate.local.stack.AwsClients;
import java.net.URI;
import java.util.Map;

/** Registers an OAuth app with GitHub's stand-in, as an operator does with GitHub. */
record SignInApp(AwsClients clients, GitHubStandIn github) {
  private static final String CLIENT = "stagegate-on-this-machine";
  private static final String SECRET = "stagegate-local/github-client-secret";

  /** Makes a new client secret, keeps it in Secrets Manager, and adds the parameters about it. */
  void register(Map<String, String> parameters) {
    var secret = KeptSecret.random();
    KeptSecret.keep(clients, SECRET, secret);
    var callback = URI.create(parameters.get("PublicUrl") + "/sign-in/github/callback");
    github.register(new OAuthApp(CLIENT, secret, callback));
    parameters.put("GitHubUrl", github.address().toString());
    parameters.put("GitHubClientId", CLIENT);
    parameters.put("GitHubClientSecret", SECRET);
  }
}
