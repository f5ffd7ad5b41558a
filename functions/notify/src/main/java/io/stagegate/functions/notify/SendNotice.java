package io.stagegate.functions.notify;

import io.stagegate.http.Log;
import io.stagegate.model.Contacts;
import io.stagegate.model.Notice;
import io.stagegate.notice.NoticeTexts;
import io.stagegate.notice.Worth;
import io.stagegate.store.Due;
import io.stagegate.store.NoticeKeys;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Sends one notice. That it is begun is written first, with a time at which somebody tries again
 * should nothing more be heard of it; so a crash sends it late or twice, never not at all.
 */
final class SendNotice {
  private final Store store;
  private final NoticeTexts texts;
  private final Map<Notice.Channel, Messenger> messengers;
  private final Clock clock;
  private final Log log;

  @Inject
  SendNotice(
      Store store,
      NoticeTexts texts,
      Map<Notice.Channel, Messenger> messengers,
      Clock clock,
      Log log) {
    this.store = store;
    this.texts = texts;
    this.messengers = messengers;
    this.clock = clock;
    this.log = log;
  }

  void send(Due.OfNotice due) {
    begin(due).ifPresent(begun -> end(begun, attempt(begun)));
  }

  private Optional<Notice> begin(Due.OfNotice due) {
    return store.transact(
        state -> {
          var now = clock.instant();
          var waiting =
              state
                  .get(NoticeKeys.notice(due.project(), due.release(), due.notice()))
                  .filter(notice -> notice.due(now));
          var begun = waiting.map(notice -> notice.begun(now));
          write(state, due, begun);
          return begun;
        });
  }

  private Notice attempt(Notice notice) {
    try {
      var moot = Worth.why(store, notice);
      if (moot.isPresent()) {
        return notice.givenUp(moot.get(), clock.instant());
      }
      var messenger = messengers.get(notice.channel());
      if (messenger == null) {
        throw new FailedException(notice.channel().word() + " is not set up here");
      }
      var address = address(notice);
      if (address.isEmpty()) {
        return notice.givenUp("They have no such contact any more.", clock.instant());
      }
      messenger.tell(notice, texts.of(notice), address.get());
      return notice.sent(clock.instant());
    } catch (RuntimeException e) {
      var after =
          notice.failed(FailedException.reasonOf(e), FailedException.pauseOf(e), clock.instant());
      log.error("a notice was not sent", Map.of("notice", notice.id(), "state", after.state()), e);
      log.count(after.state() == Notice.State.GIVEN_UP ? "NoticesGivenUp" : "NoticesFailed");
      return after;
    }
  }

  private Optional<String> address(Notice notice) {
    return Optional.ofNullable(notice.place())
        .or(
            () ->
                store
                    .read(NoticeKeys.contacts(notice.to()))
                    .flatMap(contacts -> contacts.by(notice.channel()))
                    .map(Contacts.Way::address));
  }

  private void end(Notice begun, Notice after) {
    store.transact(
        state -> {
          var now = state.get(NoticeKeys.notice(begun)).orElseThrow();
          if (now.equals(begun)) {
            write(state, Due.of(begun), Optional.of(after));
          }
          return true;
        });
  }

  private static void write(Transaction state, Due before, Optional<Notice> after) {
    after.ifPresent(notice -> state.put(NoticeKeys.notice(notice), notice));
    DueList.replace(
        state, before, after.filter(notice -> notice.state() == Notice.State.WAITING).map(Due::of));
  }
}
