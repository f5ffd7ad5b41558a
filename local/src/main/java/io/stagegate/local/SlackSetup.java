package io.stagegate.local;

import io.stagegate.local.slack.SlackApp;
import io.stagegate.local.slack.SlackStandIn;
import io.stagegate.local.stack.AwsClients;
import java.net.URI;
import java.util.Map;

/** Sets an app up at Slack's stand-in, as an operator does at Slack. */
record SlackSetup(AwsClients clients, SlackStandIn slack) {
  private static final String SIGNING = "stagegate-local/slack-signing-secret";
  private static final String TOKEN = "stagegate-local/slack-bot-token";

  /** Makes new secrets, keeps them in Secrets Manager, and adds the parameters about them. */
  void register(Map<String, String> parameters) {
    var signing = KeptSecret.random();
    var token = "xoxb-" + KeptSecret.random();
    KeptSecret.keep(clients, SIGNING, signing);
    KeptSecret.keep(clients, TOKEN, token);
    var interactions = URI.create(parameters.get("PublicUrl") + "/slack/interactions");
    slack.register(new SlackApp(interactions, signing, token));
    parameters.put("SlackApiUrl", slack.address() + "/api");
    parameters.put("SlackSigningSecret", SIGNING);
    parameters.put("SlackBotToken", TOKEN);
  }
}
