package io.stagegate.release;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.http.Ticking;
import io.stagegate.model.Approval;
import io.stagegate.model.ApprovalPolicy;
import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import io.stagegate.model.Failure;
import io.stagegate.model.Release;
import io.stagegate.model.StageName;
import io.stagegate.model.Stakes;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import io.stagegate.store.TaskToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecideTest {
  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final AskPeople people = new AskPeople(store, clock);
  private final Decide decide = new Decide(store, clock);
  private final Expire expire = new Expire(store, clock);

  @BeforeEach
  void aReleaseThatWasAskedFor() {
    Samples.withTwoBuilds(store);
    new RequestRelease(store, clock).promote(SHOP, StageName.DEV, 2, Samples.person("ada"));
    clock.pass(Duration.ofMinutes(1));
  }

  @Test
  void askingShowsTheQuestionAndKeepsTheTokenApart() {
    var approval = people.ask(SHOP, 1, DIGEST, "token-1");

    assertThat(approval.status()).isEqualTo(Approval.Status.PENDING);
    assertThat(approval.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
    assertThat(release().phase()).isEqualTo(Release.Phase.WAITING_FOR_APPROVAL);
    assertThat(store.list(Keys.openApprovals(), 10, null).items()).hasSize(1);
    assertThat(store.read(Keys.token(SHOP, "approval-1"))).hasValue(new TaskToken("token-1"));
    assertThat(events()).extracting(Event::text).noneMatch(text -> text.contains("token-1"));
  }

  @Test
  void theProjectSaysHowLongPeopleHave() {
    var day = Duration.ofDays(1);
    store.transact(
        state -> {
          var project = state.get(Keys.project(SHOP)).orElseThrow();
          state.put(Keys.project(SHOP), project.withDecideWithin(day));
          return true;
        });

    assertThat(people.ask(SHOP, 1, DIGEST, "token-1").expiresAt())
        .isEqualTo(clock.instant().plus(day));
  }

  @Test
  void approvingClosesTheQuestionAndLetsTheWorkflowGoOn() {
    people.ask(SHOP, 1, DIGEST, "token-1");

    assertThat(press(true, DIGEST, "bob")).isInstanceOf(Decide.Outcome.Decided.class);
    assertThat(approval().status()).isEqualTo(Approval.Status.APPROVED);
    assertThat(release().decision()).isEqualTo(approval().decision());
    assertThat(store.list(Keys.openApprovals(), 10, null).items()).isEmpty();
    assertThat(store.read(Keys.token(SHOP, "approval-1"))).isEmpty();
    assertThat(resumed())
        .containsExactly(new Effect.Resume("token-1", "{\"decision\":\"APPROVED\"}", SHOP, 1));
    assertThat(events()).extracting(Event::type).contains("release.approved");
    assertThat(events()).extracting(Event::actor).contains("bob");
  }

  @Test
  void rejectingDoesTheSame() {
    people.ask(SHOP, 1, DIGEST, "token-1");
    press(false, DIGEST, "bob");

    assertThat(approval().status()).isEqualTo(Approval.Status.REJECTED);
    assertThat(resumed())
        .containsExactly(new Effect.Resume("token-1", "{\"decision\":\"REJECTED\"}", SHOP, 1));
    assertThat(events()).extracting(Event::type).contains("release.rejected");
  }

  @Test
  void aDecisionOnAClosedQuestionSaysWhoWasFirst() {
    people.ask(SHOP, 1, DIGEST, "token-1");
    press(true, DIGEST, "bob");

    assertThat(press(false, DIGEST, "eve"))
        .isInstanceOfSatisfying(
            Decide.Outcome.Closed.class,
            closed -> {
              assertThat(closed.earlier().by()).isEqualTo("bob");
              assertThat(closed.earlier().status()).isEqualTo(Approval.Status.APPROVED);
            });
    assertThat(resumed()).hasSize(1);
  }

  @Test
  void aDecisionIsForTheReviewThatWasSeen() {
    people.ask(SHOP, 1, DIGEST, "token-1");

    assertThat(press(true, "sha256:" + "00".repeat(32), "bob"))
        .isInstanceOf(Decide.Outcome.OtherReview.class);
    assertThat(approval().status()).isEqualTo(Approval.Status.PENDING);
    assertThat(resumed()).isEmpty();
  }

  @Test
  void afterItsTimeNobodyDecidesAndTimeCloses() {
    people.ask(SHOP, 1, DIGEST, "token-1");
    assertThat(expire.close(SHOP, 1)).isInstanceOf(Expire.Outcome.NotYet.class);
    clock.pass(Duration.ofDays(7));

    assertThat(press(true, DIGEST, "bob")).isInstanceOf(Decide.Outcome.TooLate.class);
    assertThat(expire.close(SHOP, 1)).isInstanceOf(Expire.Outcome.Expired.class);
    assertThat(expire.close(SHOP, 1)).isInstanceOf(Expire.Outcome.Closed.class);
    assertThat(resumed())
        .containsExactly(new Effect.Resume("token-1", "{\"decision\":\"EXPIRED\"}", SHOP, 1));
    assertThat(events()).extracting(Event::type).contains("release.expired");
    assertThat(press(true, DIGEST, "bob")).isInstanceOf(Decide.Outcome.Closed.class);
  }

  @Test
  void whatNobodyIsAskedAboutIsNotDecided() {
    assertThat(press(true, DIGEST, "bob")).isInstanceOf(Decide.Outcome.NotAsked.class);
    assertThat(
            decide.press(new Decide.Press(SHOP, 9, true, DIGEST, "", false, Samples.person("bob"))))
        .isInstanceOf(Decide.Outcome.Unknown.class);
    assertThat(expire.close(SHOP, 9)).isInstanceOf(Expire.Outcome.Unknown.class);
  }

  @Test
  void aReleaseThatEndedWhileItWaitedIsNotDecided() {
    people.ask(SHOP, 1, DIGEST, "token-1");
    store.transact(
        state -> {
          var release = state.get(Keys.release(SHOP, 1)).orElseThrow();
          var why = new Failure("The stack changed.", null);
          state.put(
              Keys.release(SHOP, 1), release.ended(Release.Phase.SUPERSEDED, why, clock.instant()));
          return true;
        });

    assertThat(press(true, DIGEST, "bob"))
        .isEqualTo(new Decide.Outcome.NotAsked(Release.Phase.SUPERSEDED));
  }

  @Test
  void askingAgainReplacesTheToken() {
    people.ask(SHOP, 1, DIGEST, "token-1");
    people.ask(SHOP, 1, DIGEST, "token-2");
    press(true, DIGEST, "bob");

    assertThat(store.list(Keys.openApprovals(), 10, null).items()).isEmpty();
    assertThat(resumed()).extracting(Effect.Resume::token).containsExactly("token-2");
  }

  @Test
  void askingAgainAfterTheDecisionHandsItOverAtOnce() {
    people.ask(SHOP, 1, DIGEST, "token-1");
    press(false, DIGEST, "bob");
    people.ask(SHOP, 1, DIGEST, "token-2");

    assertThat(resumed())
        .containsExactly(
            new Effect.Resume("token-1", "{\"decision\":\"REJECTED\"}", SHOP, 1),
            new Effect.Resume("token-2", "{\"decision\":\"REJECTED\"}", SHOP, 1));
    assertThat(store.read(Keys.token(SHOP, "approval-1"))).isEmpty();
  }

  @Test
  void askingAboutAnotherReviewReplacesTheQuestionOnlyWhileItIsOpen() {
    var other = "sha256:" + "cd".repeat(32);
    people.ask(SHOP, 1, DIGEST, "token-1");
    clock.pass(Duration.ofMinutes(1));
    people.ask(SHOP, 1, other, "token-2");

    assertThat(store.list(Keys.openApprovals(), 10, null).items()).hasSize(1);
    assertThat(press(true, DIGEST, "bob")).isInstanceOf(Decide.Outcome.OtherReview.class);
    assertThat(press(true, other, "bob")).isInstanceOf(Decide.Outcome.Decided.class);
    assertThatThrownBy(() -> people.ask(SHOP, 1, DIGEST, "token-3"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aGraveReviewTakesTwoPeopleAndEachOnce() {
    askWith(new Stakes(false, true));

    assertThat(press(true, DIGEST, "bob")).isEqualTo(new Decide.Outcome.Counted(1, 2));
    assertThat(press(true, DIGEST, "bob")).isEqualTo(new Decide.Outcome.Repeated(clock.instant()));
    assertThat(resumed()).isEmpty();
    assertThat(press(true, DIGEST, "eve")).isInstanceOf(Decide.Outcome.Decided.class);
    assertThat(resumed()).hasSize(1);
    assertThat(events())
        .extracting(Event::text)
        .contains("Says yes to release 1 (1 of 2).", "Approved release 1.");
  }

  @Test
  void oneNoEndsItWhoeverSaidYes() {
    askWith(new Stakes(false, true));
    press(true, DIGEST, "bob");

    assertThat(press(false, DIGEST, "bob")).isInstanceOf(Decide.Outcome.Decided.class);
    assertThat(approval().status()).isEqualTo(Approval.Status.REJECTED);
  }

  @Test
  void whoMayNotDecideIsToldWhichRoleWould() {
    askWith(Stakes.NONE);

    assertThat(press(true, DIGEST, "kim"))
        .isEqualTo(new Decide.Outcome.NotAllowed("It takes the role approver for production."));
    assertThat(press(true, DIGEST, "mallory")).isInstanceOf(Decide.Outcome.Unknown.class);
    assertThat(approval().votes()).isEmpty();
  }

  @Test
  void whoAskedTakesItBackAndOthersDoNot() {
    askWith(Stakes.NONE);
    var withdraw = new Withdraw(store, clock);

    assertThat(withdraw.withdraw(SHOP, 1, Samples.person("bob"), ""))
        .isInstanceOf(Withdraw.Outcome.NotAllowed.class);
    assertThat(withdraw.withdraw(SHOP, 1, Samples.person("mallory"), ""))
        .isInstanceOf(Withdraw.Outcome.Unknown.class);
    assertThat(withdraw.withdraw(SHOP, 1, Samples.person("ada"), "Wrong build."))
        .isInstanceOfSatisfying(
            Withdraw.Outcome.Withdrawn.class,
            done ->
                assertThat(done.decision().comment()).isEqualTo("ada took it back: Wrong build."));
    assertThat(withdraw.withdraw(SHOP, 1, Samples.person("ada"), ""))
        .isInstanceOf(Withdraw.Outcome.Closed.class);
    assertThat(resumed())
        .containsExactly(new Effect.Resume("token-1", "{\"decision\":\"SUPERSEDED\"}", SHOP, 1));
  }

  private void askWith(Stakes stakes) {
    var week = Duration.ofDays(7);
    new SetApprovals(store, clock)
        .set(
            SHOP,
            StageName.PRODUCTION,
            new ApprovalPolicy(1, 2, true, true, false, week),
            Samples.person("ada"));
    store.transact(
        state -> {
          var release = state.get(Keys.release(SHOP, 1)).orElseThrow();
          var review = new Release.ReviewRef("key", DIGEST, "1 change", stakes);
          state.put(Keys.release(SHOP, 1), release.reviewed(review, clock.instant()));
          return true;
        });
    people.ask(SHOP, 1, DIGEST, "token-1");
  }

  @Test
  void ofAllWhoPressOneDecides() throws Exception {
    people.ask(SHOP, 1, DIGEST, "token-1");
    var start = new CountDownLatch(1);
    List<Future<Decide.Outcome>> presses = new ArrayList<>();
    List<Decide.Outcome> outcomes = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 95; i++) {
        var who = "member-" + i;
        var approve = i % 2 == 0;
        presses.add(
            threads.submit(
                () -> {
                  start.await();
                  return press(approve, DIGEST, who);
                }));
      }
      start.countDown();
      for (var press : presses) {
        outcomes.add(press.get());
      }
    }

    var decision = approval().decision();
    assertThat(outcomes).filteredOn(Decide.Outcome.Decided.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Decide.Outcome.Closed.class::isInstance)
        .hasSize(94)
        .allMatch(outcome -> ((Decide.Outcome.Closed) outcome).earlier().equals(decision));
    assertThat(resumed()).hasSize(1);
  }

  private Decide.Outcome press(boolean approve, String digest, String by) {
    var comment = approve ? "" : "Not today.";
    return decide.press(
        new Decide.Press(SHOP, 1, approve, digest, comment, false, Samples.person(by)));
  }

  private Release release() {
    return store.read(Keys.release(SHOP, 1)).orElseThrow();
  }

  private Approval approval() {
    return store.read(Keys.approval(SHOP, 1)).orElseThrow();
  }

  private List<Event> events() {
    return store.list(Keys.events(SHOP), 100, null).items();
  }

  private List<Effect.Resume> resumed() {
    return store.effects().stream()
        .filter(Effect.Resume.class::isInstance)
        .map(Effect.Resume.class::cast)
        .toList();
  }
}
