package io.stagegate.functions.dispatch;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.http.Ticking;
import io.stagegate.model.Approval;
import io.stagegate.model.Effect;
import io.stagegate.model.Failure;
import io.stagegate.model.Lease;
import io.stagegate.model.Notice;
import io.stagegate.model.Release;
import io.stagegate.model.StageName;
import io.stagegate.notice.Announce;
import io.stagegate.release.AskPeople;
import io.stagegate.release.Change;
import io.stagegate.release.Decide;
import io.stagegate.release.Expire;
import io.stagegate.release.Line;
import io.stagegate.release.Lost;
import io.stagegate.release.Remind;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.Samples;
import io.stagegate.store.Key;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import io.stagegate.store.TaskToken;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepTest {
  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final RecordedWorkflows workflows = new RecordedWorkflows();
  private final Sweep sweep =
      new Sweep(
          store,
          new Outbox(
              store,
              workflows,
              new Announce(store, clock, Set.of(Notice.Channel.MAIL)),
              new LostWorkflows(workflows, new Lost(store, clock))),
          new Expire(store, clock),
          new Remind(store, clock),
          new LostWorkflows(workflows, new Lost(store, clock)),
          clock);

  @BeforeEach
  void project() {
    Samples.withTwoBuilds(store);
  }

  @Test
  void whereNothingIsLeftNothingIsDone() {
    assertThat(sweep.run()).isEqualTo(new Sweep.Swept(0, 0, 0));
    assertThat(workflows.calls()).isEmpty();
  }

  @Test
  void onlyEntriesThatTheStreamShouldHaveBroughtAreDelivered() {
    send("old");
    clock.pass(Duration.ofSeconds(19));
    send("young");
    assertThat(sweep.run()).isEqualTo(new Sweep.Swept(0, 0, 0));

    clock.pass(Duration.ofSeconds(2));
    assertThat(sweep.run()).isEqualTo(new Sweep.Swept(1, 0, 0));

    assertThat(workflows.calls()).containsExactly("resume old {}");
    assertThat(store.effects()).containsExactly(new Effect.Resume("young", "{}"));
  }

  @Test
  void oneThatFailsDoesNotKeepTheOthersFromDelivery() {
    send("first");
    send("bad");
    send("worse");
    send("last");
    workflows.fail("bad");
    workflows.fail("worse");
    clock.pass(Duration.ofMinutes(1));

    assertThatThrownBy(sweep::run)
        .hasMessage("no answer for bad")
        .satisfies(
            thrown ->
                assertThat(thrown.getSuppressed())
                    .singleElement()
                    .satisfies(second -> assertThat(second).hasMessage("no answer for worse")));

    assertThat(workflows.calls()).containsExactly("resume first {}", "resume last {}");
    assertThat(store.effects()).hasSize(2);
    workflows.recover();
    assertThat(sweep.run()).isEqualTo(new Sweep.Swept(2, 0, 0));
    assertThat(store.effects()).isEmpty();
  }

  @Test
  void aBacklogShrinksRunByRun() {
    for (int i = 0; i < 120; i++) {
      send("token-" + i);
    }
    clock.pass(Duration.ofMinutes(1));

    assertThat(sweep.run().delivered()).isEqualTo(100);
    assertThat(sweep.run().delivered()).isEqualTo(20);
    assertThat(sweep.run().delivered()).isZero();
    assertThat(workflows.calls().getFirst()).isEqualTo("resume token-0 {}");
    assertThat(workflows.calls()).doesNotHaveDuplicates().hasSize(120);
  }

  @Test
  void anOverdueQuestionIsClosedAndItsWorkflowGoesOnByTheStream() {
    ask(1);
    clock.pass(Duration.ofDays(6));
    ask(2);
    assertThat(sweep.run().expired()).isZero();
    clock.pass(Duration.ofDays(1));

    // The releases' own starts are old by now; what this run writes is the stream's to bring.
    assertThat(sweep.run().expired()).isEqualTo(1);

    assertThat(approval(1)).isEqualTo(Approval.Status.EXPIRED);
    assertThat(approval(2)).isEqualTo(Approval.Status.PENDING);
    assertThat(store.effects())
        .containsExactly(
            new Effect.Announce(SHOP, 1, Notice.Kind.CLOSED),
            new Effect.Resume("token-1", "{\"decision\":\"EXPIRED\"}", SHOP, 1));
    assertThat(sweep.run()).isEqualTo(new Sweep.Swept(0, 0, 0));
  }

  @Test
  void aQuestionThatCannotBeClosedKeepsNothingFromDelivery() {
    ask(1);
    ask(2);
    sweep.run();
    clock.pass(Duration.ofDays(7).minusSeconds(30));
    send("left");
    // The first question's release was written by something that this version can't read.
    var release = Keys.release(SHOP, 1);
    var broken = new Key<>(release.partition(), release.sort(), Unreadable.class);
    store.transact(
        tx -> {
          tx.get(broken);
          tx.put(broken, new Unreadable("later"));
          return true;
        });
    clock.pass(Duration.ofMinutes(1));

    assertThatThrownBy(sweep::run).isInstanceOf(RuntimeException.class);

    assertThat(approval(2)).isEqualTo(Approval.Status.EXPIRED);
    assertThat(workflows.calls()).contains("resume left {}");
  }

  /** The decision and its effect are one transaction; then the function, or the stream, dies. */
  @Test
  void aDecisionThatTheStreamLostResumesItsWorkflowWithinAMinute() {
    ask(1);
    sweep.run();
    decide(1);
    assertThat(workflows.calls()).noneMatch(call -> call.startsWith("resume"));

    clock.pass(Duration.ofMinutes(1));
    sweep.run();

    assertThat(workflows.calls()).containsOnlyOnce("resume token-1 {\"decision\":\"APPROVED\"}");
  }

  @Test
  void aWorkflowThatIsGoneWhenPeopleDecideEndsTheReleaseWithTheTruth() {
    ask(1);
    decide(1);
    workflows.forget("token-1");
    workflows.end("shop-release-1", "ABORTED");
    clock.pass(Duration.ofMinutes(1));

    sweep.run();

    assertThat(release(1).phase()).isEqualTo(Release.Phase.FAILED);
    assertThat(release(1).failure())
        .isEqualTo(
            new Failure(
                "The workflow of this release was ended from outside (ABORTED). production is as it"
                    + " was.",
                null));
    assertThat(approval(1)).isEqualTo(Approval.Status.APPROVED);
  }

  @Test
  void aTokenThatWasUsedBeforeIsNoWorkflowThatIsGone() {
    ask(1);
    decide(1);
    workflows.forget("token-1");
    clock.pass(Duration.ofMinutes(1));

    sweep.run();

    assertThat(release(1).phase()).isEqualTo(Release.Phase.WAITING_FOR_APPROVAL);
  }

  @Test
  void aWorkflowThatIsGoneWhilePeopleAreAskedEndsTheQuestionAndGivesTheStageToTheNext() {
    holdsTheStage(1);
    ask(1);
    waitsInLine(2);
    workflows.end("shop-release-1", "TIMED_OUT");

    sweep.run();

    assertThat(approval(1)).isEqualTo(Approval.Status.SUPERSEDED);
    assertThat(release(1).phase()).isEqualTo(Release.Phase.FAILED);
    var lease = store.read(Keys.lease(SHOP, StageName.PRODUCTION)).orElseThrow();
    assertThat(lease.holder()).isEqualTo("shop-release-2");
    assertThat(store.effects())
        .contains(
            new Effect.Resume("in-line", "{\"held\":true,\"fence\":2}"),
            new Effect.Announce(SHOP, 1, Notice.Kind.ENDED))
        .noneMatch(effect -> effect.toString().contains("SUPERSEDED"));
    assertThat(sweep.run()).isEqualTo(new Sweep.Swept(0, 0, 0));
  }

  @Test
  void thoseWhoHaveNotDecidedAreRemindedOnceADayBeforeTheEnd() {
    ask(1);
    clock.pass(Duration.ofDays(6).minusSeconds(1));
    assertThat(sweep.run().reminded()).isZero();

    clock.pass(Duration.ofSeconds(1));
    assertThat(sweep.run().reminded()).isEqualTo(1);

    assertThat(store.effects()).contains(new Effect.Announce(SHOP, 1, Notice.Kind.REMINDER));
    assertThat(sweep.run().reminded()).isZero();
    assertThat(store.read(Keys.approval(SHOP, 1)).orElseThrow().remindAt()).isNull();
  }

  @Test
  void whoseQuestionIsClosedIsRemindedOfNothing() {
    ask(1);
    decide(1);
    clock.pass(Duration.ofDays(6));

    assertThat(sweep.run().reminded()).isZero();
    assertThat(store.list(Keys.reminders(), 10, null).items()).isEmpty();
  }

  private void decide(int number) {
    assertThat(
            new Decide(store, clock)
                .press(
                    new Decide.Press(
                        SHOP, number, true, DIGEST, "so", false, Samples.person("bob"))))
        .isInstanceOf(Decide.Outcome.Decided.class);
  }

  private void holdsTheStage(int number) {
    lease(Lease.FREE.take(Change.ofRelease(SHOP, number).id()));
  }

  private void waitsInLine(int number) {
    var lease = store.read(Keys.lease(SHOP, StageName.PRODUCTION)).orElseThrow();
    var who = Change.ofRelease(SHOP, number).id();
    lease(lease.take(who));
    store.transact(
        tx -> {
          tx.put(Line.token(SHOP, who), new TaskToken("in-line"));
          return true;
        });
  }

  private void lease(Lease lease) {
    store.transact(
        tx -> {
          tx.get(Keys.lease(SHOP, StageName.PRODUCTION));
          tx.put(Keys.lease(SHOP, StageName.PRODUCTION), lease);
          return true;
        });
  }

  private Release release(int number) {
    return store.read(Keys.release(SHOP, number)).orElseThrow();
  }

  private record Unreadable(String phase) {}

  private void send(String token) {
    store.transact(
        tx -> {
          tx.send(new Effect.Resume(token, "{}"));
          return true;
        });
  }

  private void ask(int number) {
    new RequestRelease(store, clock).promote(SHOP, StageName.DEV, 2, Samples.person("ada"));
    new AskPeople(store, clock).ask(SHOP, number, DIGEST, "token-" + number);
  }

  private Approval.Status approval(int number) {
    return store.read(Keys.approval(SHOP, number)).orElseThrow().status();
  }
}
