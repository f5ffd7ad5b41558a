package io.stagegate.functions.dispatch;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.http.Ticking;
import io.stagegate.model.Approval;
import io.stagegate.model.Effect;
import io.stagegate.model.Notice;
import io.stagegate.model.StageName;
import io.stagegate.notice.Announce;
import io.stagegate.release.AskPeople;
import io.stagegate.release.Expire;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.Samples;
import io.stagegate.store.Key;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
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
          new Outbox(store, workflows, new Announce(store, clock, Set.of(Notice.Channel.MAIL))),
          new Expire(store, clock),
          clock);

  @BeforeEach
  void project() {
    Samples.withTwoBuilds(store);
  }

  @Test
  void whereNothingIsLeftNothingIsDone() {
    assertThat(sweep.run()).isEqualTo(new Sweep.Swept(0, 0));
    assertThat(workflows.calls()).isEmpty();
  }

  @Test
  void onlyEntriesThatTheStreamShouldHaveBroughtAreDelivered() {
    send("old");
    clock.pass(Duration.ofSeconds(19));
    send("young");
    assertThat(sweep.run()).isEqualTo(new Sweep.Swept(0, 0));

    clock.pass(Duration.ofSeconds(2));
    assertThat(sweep.run()).isEqualTo(new Sweep.Swept(1, 0));

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
    assertThat(sweep.run()).isEqualTo(new Sweep.Swept(2, 0));
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
            new Effect.Resume("token-1", "{\"decision\":\"EXPIRED\"}"));
    assertThat(sweep.run()).isEqualTo(new Sweep.Swept(0, 0));
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
