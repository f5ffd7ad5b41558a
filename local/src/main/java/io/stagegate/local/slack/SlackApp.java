package io.stagegate.local.slack;

import java.net.URI;

/**
 * An app as it is set up at Slack.
 *
 * @param interactions the request URL of its interactivity
 */
public record SlackApp(URI interactions, String signingSecret, String botToken) {
  @Override
  public String toString() {
    return interactions.toString();
  }
}
