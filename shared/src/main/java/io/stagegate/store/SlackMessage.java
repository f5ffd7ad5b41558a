package io.stagegate.store;

import io.stagegate.model.Notice;

/**
 * A message about a release that stands in Slack, so that it can be changed when there is more to
 * say.
 *
 * @param notice the notice that it was posted for
 * @param address whom it went to: a user's or channel's id
 * @param channel the conversation it stands in, as Slack named it
 * @param ts Slack's name of it there
 * @param shows what it says now
 */
public record SlackMessage(
    String notice, String address, String channel, String ts, Notice.Kind shows) {
  public SlackMessage showing(Notice.Kind kind) {
    return new SlackMessage(notice, address, channel, ts, kind);
  }
}
