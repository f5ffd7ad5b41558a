package io.stagegate.infra;

import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;

/** Slack, as whoever deploys Stagegate has set it up. Where no secrets are named there is none. */
final class SlackSettings {

  private final CfnParameter apiUrl;
  private final CfnParameter signingSecret;
  private final CfnParameter botToken;

  SlackSettings(Stack stack) {
    apiUrl =
        CfnParameter.Builder.create(stack, "SlackApiUrl")
            .type("String")
            .defaultValue("https://slack.com/api")
            .allowedPattern("^https?://[^\\s]+[^/\\s]$")
            .constraintDescription("must be an http(s) address without a slash at its end")
            .description("Address of Slack's Web API")
            .build();
    signingSecret =
        Settings.secretName(
            stack,
            "SlackSigningSecret",
            "Name of the Secrets Manager secret that Slack signs with; empty: no Slack");
    botToken =
        Settings.secretName(
            stack,
            "SlackBotToken",
            "Name of the Secrets Manager secret with the token of Slack's bot; empty: no Slack");
  }

  String apiUrl() {
    return apiUrl.getValueAsString();
  }

  /** The secret's name, or an empty string. */
  String signingSecret() {
    return signingSecret.getValueAsString();
  }

  /** The secret's name, or an empty string. */
  String botToken() {
    return botToken.getValueAsString();
  }
}
