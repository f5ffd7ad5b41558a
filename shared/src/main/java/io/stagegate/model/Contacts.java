package io.stagegate.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is reached. What stands here was verified: a code was sent there, and the person
 * typed it in while signed in.
 *
 * @param mail their mail address; null for none
 * @param slack their Slack user id; null for none
 */
public record Contacts(Login login, @Nullable Way mail, @Nullable Way slack) {
  /**
   * One way to reach somebody.
   *
   * @param address as {@link Notice.Channel#address} gives it
   */
  public record Way(String address, Instant verifiedAt) {}

  /** Somebody who is not reached at all. */
  public static Contacts none(Login login) {
    return new Contacts(login, null, null);
  }

  public Optional<Way> by(Notice.Channel channel) {
    return Optional.ofNullable(
        switch (channel) {
          case MAIL -> mail;
          case SLACK -> slack;
        });
  }

  public Contacts with(Notice.Channel channel, Way way) {
    return changed(channel, way);
  }

  public Contacts without(Notice.Channel channel) {
    return changed(channel, null);
  }

  private Contacts changed(Notice.Channel channel, @Nullable Way way) {
    return switch (channel) {
      case MAIL -> new Contacts(login, way, slack);
      case SLACK -> new Contacts(login, mail, way);
    };
  }
}
