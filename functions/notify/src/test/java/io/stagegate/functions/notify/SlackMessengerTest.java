package io.stagegate.functions.notify;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.NOW;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.cloud.MemoryObjects;
import io.stagegate.http.Log;
import io.stagegate.http.Ticking;
import io.stagegate.model.Contacts;
import io.stagegate.model.Effect;
import io.stagegate.model.Login;
import io.stagegate.model.Notice;
import io.stagegate.model.Release;
import io.stagegate.model.SlackChannel;
import io.stagegate.model.StageName;
import io.stagegate.model.Verification;
import io.stagegate.notice.Announce;
import io.stagegate.notice.NoticeTexts;
import io.stagegate.release.AskPeople;
import io.stagegate.release.Decide;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.Samples;
import io.stagegate.slack.RecordedSlack;
import io.stagegate.slack.SlackApi;
import io.stagegate.store.Due;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import io.stagegate.store.NoticeKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People are told in Slack: bob and eve, who may decide, and ada, who asks. */
class SlackMessengerTest {
  private final Ticking clock = new Ticking(NOW.toString());
  private final MemoryStore store = new MemoryStore(clock);
  private final RecordedSlack slack = new RecordedSlack();
  private final Deliveries deliveries = deliveries();

  @BeforeEach
  void peopleAreReachedInSlack() {
    Samples.withTwoBuilds(store);
    for (var login : List.of("ada", "bob", "eve")) {
      store.transact(
          state -> {
            var way = new Contacts.Way("U012" + login.toUpperCase(java.util.Locale.ROOT), NOW);
            var contacts = Contacts.none(new Login(login)).with(Notice.Channel.SLACK, way);
            state.put(NoticeKeys.contacts(new Login(login)), contacts);
            return true;
          });
    }
    new RequestRelease(store, clock).promote(SHOP, StageName.DEV, 2, Samples.person("kim"));
    new AskPeople(store, clock).ask(SHOP, 1, DIGEST, "token");
  }

  @Test
  void whoIsAskedFindsInTheSameMessageHowItEnded() {
    tell(Notice.Kind.ASKED);
    assertThat(posted()).containsExactly("U012ADA", "U012BOB", "U012EVE");
    assertThat(slack.calls)
        .allSatisfy(call -> assertThat(call.said().toString()).contains("\"approve\"", DIGEST))
        .allMatch(call -> !call.said().path("unfurl_links").asBoolean(true));

    slack.calls.clear();
    decide("bob");
    tell(Notice.Kind.CLOSED);
    assertThat(slack.methods()).containsOnly("chat.update").hasSize(3);
    assertThat(slack.calls)
        .extracting(call -> call.said().path("channel").asText())
        .containsExactlyInAnyOrder("D012ADA", "D012BOB", "D012EVE");
    assertThat(slack.calls)
        .allSatisfy(
            call ->
                assertThat(call.said().toString())
                    .contains("bob approved")
                    .doesNotContain("\"reject\""));

    slack.calls.clear();
    end(Release.Phase.SUCCEEDED);
    tell(Notice.Kind.ENDED);
    assertThat(slack.methods()).containsOnly("chat.update").hasSize(3);
    assertThat(slack.calls.getFirst().said().toString()).contains("Build 2 is in production now");
  }

  @Test
  void whoWasNotAskedGetsAMessageOfTheirOwnOnce() {
    become("kim", "U012KIM");
    tell(Notice.Kind.ASKED);
    slack.calls.clear();
    decide("bob");
    tell(Notice.Kind.CLOSED);
    assertThat(slack.calls)
        .filteredOn(call -> call.what().equals("chat.postMessage"))
        .extracting(call -> call.said().path("channel").asText())
        .containsExactly("U012KIM");

    slack.calls.clear();
    end(Release.Phase.SUCCEEDED);
    tell(Notice.Kind.ENDED);
    assertThat(slack.methods()).containsOnly("chat.update").hasSize(4);
  }

  @Test
  void aProjectsChannelIsToldOnceForAll() {
    store.transact(
        state -> {
          state.put(NoticeKeys.slackChannel(SHOP), new SlackChannel(SHOP, "C012RELEASES"));
          return true;
        });
    tell(Notice.Kind.ASKED);
    decide("eve");
    tell(Notice.Kind.CLOSED);
    end(Release.Phase.FAILED);
    tell(Notice.Kind.ENDED);

    assertThat(slack.methods()).containsExactly("chat.postMessage", "chat.update", "chat.update");
    assertThat(slack.calls)
        .allMatch(call -> call.said().path("channel").asText().equals("C012RELEASES"));
  }

  @Test
  void slacksPausesAreKeptAndNothingIsLost() {
    for (int i = 0; i < 3; i++) {
      slack.next.add(new SlackApi.Answer.Later("Slack answered 429", Duration.ofMinutes(7)));
    }
    tell(Notice.Kind.ASKED);
    assertThat(notices()).allMatch(notice -> notice.state() == Notice.State.WAITING);
    assertThat(notices())
        .allSatisfy(
            notice -> {
              assertThat(notice.attempts().lastError()).isEqualTo("Slack answered 429");
              assertThat(notice.attempts().nextAt()).isEqualTo(NOW.plus(Duration.ofMinutes(7)));
            });

    clock.pass(Duration.ofMinutes(6));
    assertThat(deliveries.run().messages()).isZero();
    clock.pass(Duration.ofMinutes(1));
    assertThat(deliveries.run().messages()).isEqualTo(3);
    assertThat(notices()).allMatch(notice -> notice.state() == Notice.State.SENT);
    assertThat(slack.calls).hasSize(6);
  }

  @Test
  void whatSlackWillNotTakeIsSaidAndGivenUpAfterADay() {
    for (int i = 0; i < 100; i++) {
      slack.next.add(new SlackApi.Answer.Refused("invalid_auth"));
    }
    tell(Notice.Kind.ASKED);
    assertThat(notices().getFirst().attempts().lastError()).isEqualTo("Slack says invalid_auth");
    for (int hour = 0; hour < 26; hour++) {
      clock.pass(Duration.ofHours(1));
      deliveries.run();
    }
    assertThat(notices()).allMatch(notice -> notice.state() == Notice.State.GIVEN_UP);
    assertThat(store.read(Keys.approval(SHOP, 1)).orElseThrow().decision()).isNull();
  }

  @Test
  void aMessageThatIsGoneKeepsNothingBackAndAnUpdateThatFailsIsTriedAlone() {
    tell(Notice.Kind.ASKED);
    decide("bob");
    slack.calls.clear();
    slack.next.add(new SlackApi.Answer.Refused("message_not_found"));
    slack.next.add(new SlackApi.Answer.Later("Slack answered 503", Duration.ZERO));
    tell(Notice.Kind.CLOSED);
    assertThat(notices(Notice.Kind.CLOSED))
        .filteredOn(notice -> notice.state() == Notice.State.WAITING)
        .hasSize(1);

    slack.calls.clear();
    clock.pass(Duration.ofMinutes(1));
    deliveries.run();
    assertThat(slack.methods()).containsExactly("chat.update");
    assertThat(notices(Notice.Kind.CLOSED)).allMatch(notice -> notice.state() == Notice.State.SENT);
  }

  @Test
  void aCodeIsSentToTheIdItVerifies() {
    var asked =
        Verification.ask(
            new Login("kim"),
            Notice.Channel.SLACK,
            "U012KIM",
            Verification.CONTACT,
            Optional.empty(),
            NOW);
    if (!(asked instanceof Verification.Asking.Asked(var verification))) {
      throw new AssertionError(asked.toString());
    }
    store.transact(
        state -> {
          var due = Due.of(verification);
          state.put(
              NoticeKeys.verification(new Login("kim"), Notice.Channel.SLACK, Verification.CONTACT),
              verification);
          state.put(NoticeKeys.due(due), due);
          return true;
        });
    deliveries.run();

    assertThat(posted()).containsExactly("U012KIM");
    assertThat(slack.calls.getFirst().said().toString())
        .containsPattern("Your code for Stagegate is `[0-9A-Z]{4}-[0-9A-Z]{4}`");
  }

  private void become(String login, String user) {
    store.transact(
        state -> {
          var contacts =
              Contacts.none(new Login(login))
                  .with(Notice.Channel.SLACK, new Contacts.Way(user, NOW));
          state.put(NoticeKeys.contacts(new Login(login)), contacts);
          return true;
        });
  }

  private void tell(Notice.Kind kind) {
    Instant at = clock.instant();
    var announce = new Announce(store, clock, Set.of(Notice.Channel.SLACK));
    announce.tell(new Effect.Announce(SHOP, 1, kind), at);
    announce.tell(new Effect.Announce(SHOP, 1, kind), at);
    deliveries.run();
    deliveries.run();
  }

  private void decide(String login) {
    new Decide(store, clock)
        .press(new Decide.Press(SHOP, 1, true, DIGEST, "Fine.", false, Samples.person(login)));
  }

  private void end(Release.Phase phase) {
    store.transact(
        state -> {
          var key = Keys.release(SHOP, 1);
          state.put(key, state.get(key).orElseThrow().ended(phase, null, clock.instant()));
          return true;
        });
  }

  private List<String> posted() {
    assertThat(slack.methods()).containsOnly("chat.postMessage");
    return slack.calls.stream()
        .map(RecordedSlack.Call::said)
        .map((JsonNode said) -> said.path("channel").asText())
        .sorted()
        .toList();
  }

  private List<Notice> notices() {
    return store.list(NoticeKeys.notices(SHOP, 1), 100, null).items();
  }

  private List<Notice> notices(Notice.Kind kind) {
    return notices().stream().filter(notice -> notice.kind() == kind).toList();
  }

  private Deliveries deliveries() {
    var messengers =
        Map.<Notice.Channel, Messenger>of(Notice.Channel.SLACK, new SlackMessenger(slack, store));
    var log = new Log("notify", clock, new ArrayList<String>()::add);
    var texts = new NoticeTexts(store, new MemoryObjects(), "https://gate.example", clock);
    return new Deliveries(
        store,
        new SendNotice(store, texts, messengers, clock, log),
        new SendCode(store, messengers, clock, log),
        clock);
  }
}
