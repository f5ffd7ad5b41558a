package io.stagegate.functions.notify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagegate.model.Notice;
import io.stagegate.model.Verification;
import io.stagegate.notice.NoticeText;
import io.stagegate.slack.ReleaseMessage;
import io.stagegate.slack.SlackApi;
import io.stagegate.store.NoticeKeys;
import io.stagegate.store.SlackMessage;
import io.stagegate.store.Store;
import java.util.List;
import java.util.Set;

/**
 * Tells people in Slack. Whoever was asked finds in the very same message how it ended; who was not
 * gets a new one.
 */
final class SlackMessenger implements Messenger {
  /** The most messages about one release: two for each member, and some. */
  private static final int MOST = 300;

  /** What Slack says of a message that is not there any more, or not Stagegate's to change. */
  private static final Set<String> GONE =
      Set.of("message_not_found", "cant_update_message", "channel_not_found", "is_archived");

  private final SlackApi slack;
  private final Store store;

  SlackMessenger(SlackApi slack, Store store) {
    this.slack = slack;
    this.store = store;
  }

  @Override
  public Notice.Channel channel() {
    return Notice.Channel.SLACK;
  }

  @Override
  public void tell(Notice notice, NoticeText text, String address) {
    var standing =
        store
            .list(NoticeKeys.slackMessages(notice.project(), notice.release()), MOST, null)
            .items();
    var message = ReleaseMessage.of(text);
    switch (notice.kind()) {
      case ASKED, REMINDER -> post(notice, message, address, standing);
      case CLOSED -> {
        var theirs = standing.stream().filter(each -> each.address().equals(address)).toList();
        bringUp(notice, message, theirs);
        if (theirs.isEmpty()) {
          post(notice, message, address, standing);
        }
      }
      case ENDED -> {
        // Everybody's, as those who were asked and did not decide get no notice of their own.
        bringUp(notice, message, standing);
        if (standing.stream().noneMatch(each -> each.address().equals(address))) {
          post(notice, message, address, standing);
        }
      }
    }
  }

  @Override
  public void verify(Verification verification, String code) {
    var message = ReleaseMessage.code(verification.login().value(), code);
    done(slack.call("chat.postMessage", quiet(message).put("channel", verification.address())));
  }

  /** A notice whose message stands there already was posted before a crash. */
  private void post(
      Notice notice, ObjectNode message, String address, List<SlackMessage> standing) {
    if (standing.stream().anyMatch(each -> each.notice().equals(notice.id()))) {
      return;
    }
    var posted =
        done(slack.call("chat.postMessage", quiet(message.deepCopy()).put("channel", address)))
            .document();
    write(
        notice,
        new SlackMessage(
            notice.id(),
            address,
            posted.path("channel").asText(address),
            posted.path("ts").asText(),
            notice.kind()));
  }

  /** One that fails is tried again with the notice, and those that were changed are not. */
  private void bringUp(Notice notice, ObjectNode message, List<SlackMessage> standing) {
    for (var each : standing) {
      if (each.shows().compareTo(notice.kind()) < 0) {
        var arguments =
            quiet(message.deepCopy()).put("channel", each.channel()).put("ts", each.ts());
        var answer = slack.call("chat.update", arguments);
        if (!(answer instanceof SlackApi.Answer.Refused(var error) && GONE.contains(error))) {
          done(answer);
        }
        write(notice, each.showing(notice.kind()));
      }
    }
  }

  private void write(Notice notice, SlackMessage message) {
    store.transact(
        state -> {
          var key = NoticeKeys.slackMessage(notice.project(), notice.release(), message.notice());
          state.get(key);
          state.put(key, message);
          return true;
        });
  }

  /** No address in a message becomes a preview: Slack would open it. */
  private static ObjectNode quiet(ObjectNode message) {
    return message.put("unfurl_links", false).put("unfurl_media", false).put("link_names", false);
  }

  private static SlackApi.Answer.Done done(SlackApi.Answer answer) {
    return switch (answer) {
      case SlackApi.Answer.Done done -> done;
      case SlackApi.Answer.Refused(var error) -> throw new FailedException("Slack says " + error);
      case SlackApi.Answer.Later(var reason, var pause) -> throw new FailedException(reason, pause);
    };
  }
}
