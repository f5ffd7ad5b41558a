package io.stagegate.store;

import io.stagegate.model.Contacts;
import io.stagegate.model.Login;
import io.stagegate.model.Notice;
import io.stagegate.model.PersonalLink;
import io.stagegate.model.ProjectId;
import io.stagegate.model.SlackChannel;
import io.stagegate.model.Verification;

/** Where what people are told lies, and how they are reached; {@link Keys} has the plan. */
public final class NoticeKeys {
  static final String NOTICES = "NOTICES";

  private NoticeKeys() {}

  /** Where a project's people are told in Slack. */
  public static Key<SlackChannel> slackChannel(ProjectId id) {
    return new Key<>(Keys.of(id), "SLACKCHANNEL", SlackChannel.class);
  }

  /** Whose a Slack user id is. */
  public static Key<SlackUser> slackUser(String id) {
    return new Key<>("SLACKUSER#" + id, "SLACKUSER", SlackUser.class);
  }

  public static Key<Contacts> contacts(Login login) {
    return new Key<>(Keys.of(login), "CONTACTS", Contacts.class);
  }

  public static Key<Verification> verification(
      Login login, Notice.Channel channel, String purpose) {
    return new Key<>(Keys.of(login), "VERIFICATION#" + channel + "#" + purpose, Verification.class);
  }

  public static Key<PersonalLink> link(String id) {
    return new Key<>("LINK#" + id, "LINK", PersonalLink.class);
  }

  public static Key<Notice> notice(Notice notice) {
    return notice(notice.project(), notice.release(), notice.id());
  }

  public static Key<Notice> notice(ProjectId id, int release, String notice) {
    return new Key<>(Keys.of(id), noticesOf(release) + notice, Notice.class);
  }

  /** What is to be sent, in the list of all that waits; by when it is due. */
  public static Key<Due> due(Due due) {
    return new Key<>(NOTICES, Keys.time(due.at()) + "#" + due.name(), Due.class);
  }

  /** Who was told what about a release. */
  public static Listing<Notice> notices(ProjectId id, int release) {
    return new Listing<>(Keys.of(id), noticesOf(release), false, Notice.class);
  }

  /** All that is to be sent, what is due first in front. */
  public static Listing<Due> due() {
    return new Listing<>(NOTICES, "", false, Due.class);
  }

  /**
   * The message in Slack that a notice posted.
   *
   * @param notice its {@link Notice#id}
   */
  public static Key<SlackMessage> slackMessage(ProjectId id, int release, String notice) {
    return new Key<>(Keys.of(id), slackOf(release) + notice, SlackMessage.class);
  }

  /** All messages in Slack about a release. */
  public static Listing<SlackMessage> slackMessages(ProjectId id, int release) {
    return new Listing<>(Keys.of(id), slackOf(release), false, SlackMessage.class);
  }

  private static String slackOf(int release) {
    return "SLACK#" + Keys.padded(release) + "#";
  }

  private static String noticesOf(int release) {
    return "NOTICE#" + Keys.padded(release) + "#";
  }
}
