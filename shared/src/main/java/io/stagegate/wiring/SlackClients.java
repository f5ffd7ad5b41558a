package io.stagegate.wiring;

import io.stagegate.cloud.Secrets;
import io.stagegate.slack.HttpSlackApi;
import io.stagegate.slack.SlackApi;
import java.net.URI;
import java.time.Duration;

/**
 * Makes clients of Slack at {@code SLACK_API_URL}, with the bot's token in the secret that {@code
 * SLACK_BOT_TOKEN} names.
 */
public final class SlackClients {
  /** Whether Slack is set up here. */
  public static final String TOKEN = "SLACK_BOT_TOKEN";

  private SlackClients() {}

  /**
   * Makes one.
   *
   * @param patience how long to wait for a connection, and then for each piece of an answer
   */
  public static SlackApi client(Settings settings, Secrets secrets, Duration patience) {
    var api = settings.optional("SLACK_API_URL").orElse("https://slack.com/api");
    var token = settings.optional(TOKEN);
    return new HttpSlackApi(URI.create(api), () -> token.flatMap(secrets::get), patience);
  }
}
