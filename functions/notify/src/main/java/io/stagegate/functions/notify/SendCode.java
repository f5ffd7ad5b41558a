package io.stagegate.functions.notify;

import io.stagegate.http.Log;
import io.stagegate.model.Notice;
import io.stagegate.model.Verification;
import io.stagegate.people.Codes;
import io.stagegate.people.Verifications;
import io.stagegate.store.Due;
import io.stagegate.store.NoticeKeys;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Makes up a code and sends it. Only its hash is kept, once it was sent; where it could not be,
 * another one is made up later.
 */
final class SendCode {
  private final Store store;
  private final Map<Notice.Channel, Messenger> messengers;
  private final Clock clock;
  private final Log log;

  @Inject
  SendCode(Store store, Map<Notice.Channel, Messenger> messengers, Clock clock, Log log) {
    this.store = store;
    this.messengers = messengers;
    this.clock = clock;
    this.log = log;
  }

  void send(Due.OfCode due) {
    begin(due).ifPresent(begun -> end(begun, attempt(begun)));
  }

  private Optional<Verification> begin(Due.OfCode due) {
    return store.transact(
        state -> {
          var now = clock.instant();
          var key = NoticeKeys.verification(due.login(), due.channel(), due.purpose());
          var waiting = state.get(key).filter(code -> code.due(now));
          var begun = waiting.map(code -> code.begun(now));
          write(state, due, begun);
          return begun;
        });
  }

  private Verification attempt(Verification asked) {
    try {
      var messenger = messengers.get(asked.channel());
      if (messenger == null) {
        throw new FailedException(asked.channel().word() + " is not set up here");
      }
      var code = Codes.random();
      messenger.verify(asked, code);
      return asked.sent(Codes.hash(code));
    } catch (RuntimeException e) {
      log.error("a code was not sent", Map.of("to", asked.login(), "channel", asked.channel()), e);
      return asked.failed(FailedException.reasonOf(e), FailedException.pauseOf(e), clock.instant());
    }
  }

  private void end(Verification begun, Verification after) {
    store.transact(
        state -> {
          var now =
              state.get(NoticeKeys.verification(begun.login(), begun.channel(), begun.purpose()));
          if (now.filter(begun::equals).isPresent()) {
            write(state, Due.of(begun), Optional.of(after));
          }
          return true;
        });
  }

  private void write(Transaction state, Due before, Optional<Verification> after) {
    after.ifPresent(code -> Verifications.write(state, code));
    DueList.replace(
        state,
        before,
        after.filter(code -> code.codeHash() == null && code.open(clock.instant())).map(Due::of));
  }
}
