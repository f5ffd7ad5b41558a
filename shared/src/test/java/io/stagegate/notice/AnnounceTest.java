package io.stagegate.notice;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.NOW;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Ticking;
import io.stagegate.model.Contacts;
import io.stagegate.model.Effect;
import io.stagegate.model.Login;
import io.stagegate.model.Notice;
import io.stagegate.model.StageName;
import io.stagegate.release.AskPeople;
import io.stagegate.release.Decide;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.Samples;
import io.stagegate.store.MemoryStore;
import io.stagegate.store.NoticeKeys;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told what, in a project of ada (who asks), bob, eve and 96 more approvers, and kim. */
class AnnounceTest {
  private final Ticking clock = new Ticking(NOW.toString());
  private final MemoryStore store = new MemoryStore(clock);
  private final Announce announce = new Announce(store, clock, Set.of(Notice.Channel.MAIL));

  @BeforeEach
  void aReleaseThatWaits() {
    Samples.withTwoBuilds(store);
    for (var login : List.of("ada", "bob", "kim")) {
      reached(login, Notice.Channel.MAIL, login + "@example.com");
    }
    reached("eve", Notice.Channel.SLACK, "U012AB3CD");
    new RequestRelease(store, clock).promote(SHOP, StageName.DEV, 2, Samples.person("ada"));
    new AskPeople(store, clock).ask(SHOP, 1, DIGEST, "token");
  }

  @Test
  void askedIsWhoMayDecideAndIsReached() {
    tell(Notice.Kind.ASKED);

    assertThat(told(Notice.Kind.ASKED)).containsExactlyInAnyOrder("ada MAIL", "bob MAIL");
    assertThat(store.list(NoticeKeys.due(), 10, null).items()).hasSize(2);
  }

  @Test
  void aRepeatWritesNothingTwiceAndTellsNobodyAgain() {
    tell(Notice.Kind.ASKED);
    var first = notices().getFirst();
    store.transact(
        state -> {
          state.get(NoticeKeys.notice(first));
          state.put(NoticeKeys.notice(first), first.sent(NOW));
          return true;
        });

    tell(Notice.Kind.ASKED);

    assertThat(notices()).hasSize(2).contains(first.sent(NOW));
  }

  @Test
  void aReminderIsForWhoHasSaidNothing() {
    press("bob", true);

    tell(Notice.Kind.REMINDER);

    assertThat(told(Notice.Kind.REMINDER)).isEmpty();
  }

  @Test
  void theEndOfTheQuestionIsForAllWhoWereAskedAndWhoAsked() {
    tell(Notice.Kind.ASKED);
    reached("ada", Notice.Channel.SLACK, "U0ADA");
    press("bob", false);

    new Announce(store, clock, Set.of(Notice.Channel.MAIL, Notice.Channel.SLACK))
        .tell(new Effect.Announce(SHOP, 1, Notice.Kind.CLOSED), NOW);

    assertThat(told(Notice.Kind.CLOSED))
        .containsExactlyInAnyOrder("ada MAIL", "ada SLACK", "bob MAIL");
  }

  @Test
  void theEndOfTheReleaseIsForWhoAskedAndWhoDecided() {
    press("bob", true);

    tell(Notice.Kind.ENDED);

    assertThat(told(Notice.Kind.ENDED)).containsExactlyInAnyOrder("ada MAIL", "bob MAIL");
  }

  @Test
  void aHundredPeopleAreToldToo() {
    IntStream.range(0, 95)
        .mapToObj(i -> "member-" + i)
        .forEach(login -> reached(login, Notice.Channel.MAIL, login + "@example.com"));

    tell(Notice.Kind.ASKED);

    assertThat(told(Notice.Kind.ASKED)).hasSize(97).doesNotHaveDuplicates();
  }

  @Test
  void withoutAChannelNobodyIsToldAndNoReleaseIsNoTrouble() {
    new Announce(store, clock, Set.of()).tell(new Effect.Announce(SHOP, 1, Notice.Kind.ASKED), NOW);
    announce.tell(new Effect.Announce(SHOP, 99, Notice.Kind.ASKED), NOW);

    assertThat(notices()).isEmpty();
  }

  @Test
  void whatIsNotTheirsToDecideAnyMoreIsNotWorthSending() {
    tell(Notice.Kind.ASKED);
    var ada = notices().getFirst();
    assertThat(Worth.why(store, ada)).isEmpty();

    press("bob", false);

    assertThat(Worth.why(store, ada)).contains("The question ended before this could be sent.");
  }

  private void reached(String login, Notice.Channel channel, String address) {
    store.transact(
        state -> {
          var key = NoticeKeys.contacts(new Login(login));
          var contacts = state.get(key).orElseGet(() -> Contacts.none(new Login(login)));
          state.put(key, contacts.with(channel, new Contacts.Way(address, NOW)));
          return true;
        });
  }

  private void press(String login, boolean approve) {
    var outcome =
        new Decide(store, clock)
            .press(
                new Decide.Press(
                    SHOP, 1, approve, DIGEST, "because", false, Samples.person(login)));
    assertThat(outcome).isInstanceOf(Decide.Outcome.Decided.class);
  }

  private void tell(Notice.Kind kind) {
    announce.tell(new Effect.Announce(SHOP, 1, kind), NOW);
  }

  private List<Notice> notices() {
    return store.list(NoticeKeys.notices(SHOP, 1), 500, null).items();
  }

  private List<String> told(Notice.Kind kind) {
    return notices().stream()
        .filter(notice -> notice.kind() == kind)
        .map(notice -> notice.to() + " " + notice.channel())
        .toList();
  }
}
