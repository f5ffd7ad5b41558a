package io.stagegate.wiring;

import io.stagegate.model.Notice;
import java.util.EnumSet;
import java.util.Set;

/**
 * The channels that whoever deployed Stagegate has set up: {@code MAIL_FROM} sets up mail, and the
 * name of a bot's token Slack.
 */
public final class Channels {
  private Channels() {}

  public static Set<Notice.Channel> of(Settings settings) {
    var channels = EnumSet.noneOf(Notice.Channel.class);
    if (settings.optional("MAIL_FROM").isPresent()) {
      channels.add(Notice.Channel.MAIL);
    }
    if (settings.optional(SlackClients.TOKEN).isPresent()) {
      channels.add(Notice.Channel.SLACK);
    }
    return channels;
  }
}
