package io.stagegate.functions.notify;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.NOW;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.cloud.MemoryObjects;
import io.stagegate.http.Log;
import io.stagegate.http.Ticking;
import io.stagegate.model.Contacts;
import io.stagegate.model.Effect;
import io.stagegate.model.Login;
import io.stagegate.model.Notice;
import io.stagegate.model.StageName;
import io.stagegate.model.Verification;
import io.stagegate.notice.Announce;
import io.stagegate.notice.NoticeTexts;
import io.stagegate.people.Codes;
import io.stagegate.release.AskPeople;
import io.stagegate.release.Decide;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.Samples;
import io.stagegate.store.Codec;
import io.stagegate.store.Due;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import io.stagegate.store.NoticeKeys;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sending what is due, with a mail service that fails as often as it is told to. */
class DeliveriesTest {
  private static final Login BOB = new Login("bob");

  private final Ticking clock = new Ticking(NOW.toString());
  private final MemoryStore store = new MemoryStore(clock);
  private final FailingMessenger mail = new FailingMessenger();
  private final List<String> log = new ArrayList<>();
  private final Deliveries deliveries = deliveries(Map.of(Notice.Channel.MAIL, mail));

  @BeforeEach
  void bobIsAsked() {
    Samples.withTwoBuilds(store);
    store.transact(
        state -> {
          var way = new Contacts.Way("bob@example.com", NOW);
          state.put(NoticeKeys.contacts(BOB), Contacts.none(BOB).with(Notice.Channel.MAIL, way));
          return true;
        });
    new RequestRelease(store, clock).promote(SHOP, StageName.DEV, 2, Samples.person("ada"));
    new AskPeople(store, clock).ask(SHOP, 1, DIGEST, "token");
    new Announce(store, clock, Set.of(Notice.Channel.MAIL))
        .tell(new Effect.Announce(SHOP, 1, Notice.Kind.ASKED), NOW);
  }

  @Test
  void whatIsDueIsSentOnce() throws IOException {
    var handler = new NotifyHandler(deliveries);
    var answer = handler.run(Codec.mapper().readTree("{\"Records\":[{}]}"));

    assertThat(Codec.write(answer)).isEqualTo("{\"messages\":1}");
    assertThat(mail.sent)
        .containsExactly("bob@example.com: ada asks to promote build 2 to production");
    assertThat(notice().state()).isEqualTo(Notice.State.SENT);
    assertThat(notice().sentAt()).isEqualTo(NOW);
    assertThat(waiting()).isEmpty();

    clock.pass(Duration.ofDays(1));
    assertThat(deliveries.run().messages()).isZero();
    assertThat(mail.sent).hasSize(1);
  }

  @Test
  void anOutageDelaysANoticeAndLosesNothing() {
    mail.failures = 5;
    for (int i = 0; i < 5; i++) {
      assertThat(deliveries.run().messages()).isEqualTo(1);
      assertThat(notice().attempts().lastError()).isEqualTo("The mail service answered Throttling");
      assertThat(deliveries.run().messages()).as("not before it is due").isZero();
      clock.pass(Duration.between(clock.instant(), notice().attempts().nextAt()));
    }
    // The release still waits.
    assertThat(store.read(Keys.approval(SHOP, 1)).orElseThrow().decision()).isNull();

    deliveries.run();

    assertThat(mail.sent).hasSize(1);
    assertThat(notice().state()).isEqualTo(Notice.State.SENT);
    assertThat(notice().attempts().count()).isEqualTo(6);
    assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(30 + 60 + 120 + 240 + 480));
    assertThat(waiting()).isEmpty();
  }

  @Test
  void afterADayItIsGivenUpWithTheReasonAndCounted() {
    mail.failures = 1_000;
    while (notice().state() == Notice.State.WAITING) {
      deliveries.run();
      clock.pass(Duration.ofMinutes(10));
    }

    assertThat(notice().state()).isEqualTo(Notice.State.GIVEN_UP);
    assertThat(notice().attempts().lastError()).isEqualTo("The mail service answered Throttling");
    assertThat(Duration.between(NOW, clock.instant()))
        .isBetween(Duration.ofHours(24), Duration.ofHours(26));
    assertThat(waiting()).isEmpty();
    assertThat(log).filteredOn(line -> line.contains("\"NoticesGivenUp\":1")).hasSize(1);
  }

  @Test
  void aCrashWhileSendingSendsAgain() {
    mail.crash = true;
    try {
      deliveries.run();
    } catch (OutOfMemoryError expected) {
      mail.crash = false;
    }

    assertThat(deliveries.run().messages()).isZero();
    clock.pass(Duration.ofMinutes(2));
    assertThat(deliveries.run().messages()).isEqualTo(1);
    assertThat(mail.sent).hasSize(1);
  }

  @Test
  void twoAtOnceSendOnce() {
    mail.meanwhile = () -> deliveries(Map.of(Notice.Channel.MAIL, mail)).run();

    deliveries.run();

    assertThat(mail.sent).hasSize(1);
  }

  @Test
  void whatWasDecidedMeanwhileIsNotAskedAnyMore() {
    new Decide(store, clock)
        .press(new Decide.Press(SHOP, 1, true, DIGEST, "", false, Samples.person("eve")));

    deliveries.run();

    assertThat(mail.sent).isEmpty();
    assertThat(notice().state()).isEqualTo(Notice.State.GIVEN_UP);
    assertThat(notice().attempts().lastError())
        .isEqualTo("The question ended before this could be sent.");
  }

  @Test
  void aChannelThatIsNotSetUpAnyMoreWaitsToo() {
    deliveries(Map.of()).run();

    assertThat(notice().state()).isEqualTo(Notice.State.WAITING);
    assertThat(notice().attempts().lastError()).isEqualTo("mail is not set up here");
  }

  @Test
  void aCodeIsMadeUpWhenItIsSentAndKeptAsAHash() {
    var asked =
        (Verification.Asking.Asked)
            Verification.ask(
                BOB, Notice.Channel.MAIL, "new@example.com", "CONTACT", Optional.empty(), NOW);
    var code = asked.verification();
    store.transact(
        state -> {
          state.put(NoticeKeys.verification(BOB, Notice.Channel.MAIL, "CONTACT"), code);
          state.put(NoticeKeys.due(Due.of(code)), Due.of(code));
          return true;
        });
    mail.failures = 2; // the notice, then the code

    deliveries.run();
    clock.pass(Duration.ofSeconds(30));
    deliveries.run();

    assertThat(mail.codes).hasSize(2).doesNotHaveDuplicates();
    var kept =
        store.read(NoticeKeys.verification(BOB, Notice.Channel.MAIL, "CONTACT")).orElseThrow();
    assertThat(kept.codeHash()).isEqualTo(Codes.hash(mail.codes.getLast()));
    assertThat(String.join("", log)).doesNotContain(mail.codes);
    assertThat(waiting()).isEmpty();
  }

  private Deliveries deliveries(Map<Notice.Channel, Messenger> messengers) {
    var texts = new NoticeTexts(store, new MemoryObjects(), "https://gate.example.com", clock);
    var sink = new Log("notify", clock, log::add);
    return new Deliveries(
        store,
        new SendNotice(store, texts, messengers, clock, sink),
        new SendCode(store, messengers, clock, sink),
        clock);
  }

  private Notice notice() {
    return store.list(NoticeKeys.notices(SHOP, 1), 10, null).items().getFirst();
  }

  private List<Due> waiting() {
    return store.list(NoticeKeys.due(), 10, null).items();
  }
}
