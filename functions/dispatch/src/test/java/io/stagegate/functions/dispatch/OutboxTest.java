package io.stagegate.functions.dispatch;

import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.http.Ticking;
import io.stagegate.model.Effect;
import io.stagegate.model.Notice;
import io.stagegate.notice.Announce;
import io.stagegate.release.Lost;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import io.stagegate.store.OutboxEntry;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final RecordedWorkflows workflows = new RecordedWorkflows();
  private final Outbox outbox =
      new Outbox(
          store,
          workflows,
          new Announce(store, clock, Set.of(Notice.Channel.MAIL)),
          new LostWorkflows(workflows, new Lost(store, clock)));

  @Test
  void aBuildStartsTheBuildWorkflowUnderItsName() {
    outbox.deliver(sent(new Effect.StartBuild(SHOP, 3)));

    assertThat(workflows.calls())
        .containsExactly("start BUILD shop-build-3 {\"project\":\"shop\",\"build\":3}");
    assertThat(store.effects()).isEmpty();
  }

  @Test
  void aReleaseStartsTheReleaseWorkflowUnderItsName() {
    outbox.deliver(sent(new Effect.StartRelease(SHOP, 7)));

    assertThat(workflows.calls())
        .containsExactly("start RELEASE shop-release-7 {\"project\":\"shop\",\"release\":7}");
    assertThat(store.effects()).isEmpty();
  }

  @Test
  void aWaitingWorkflowGoesOnWithItsOutput() {
    outbox.deliver(sent(new Effect.Resume("token-1", "{\"held\":true}")));

    assertThat(workflows.calls()).containsExactly("resume token-1 {\"held\":true}");
    assertThat(store.effects()).isEmpty();
  }

  @Test
  void onlyTheEntryThatWasDeliveredIsDeleted() {
    var first = sent(new Effect.StartBuild(SHOP, 3));
    sent(new Effect.StartBuild(SHOP, 4));

    outbox.deliver(first);

    assertThat(store.effects()).containsExactly(new Effect.StartBuild(SHOP, 4));
  }

  @Test
  void anEntryThatFailsStaysUntilItIsDelivered() {
    var effect = new Effect.Resume("token-1", "{}");
    var entry = sent(effect);
    workflows.fail("token-1");

    assertThatThrownBy(() -> outbox.deliver(entry)).hasMessage("no answer for token-1");
    assertThat(store.effects()).containsExactly(effect);

    workflows.recover();
    outbox.deliver(entry);
    assertThat(workflows.calls()).containsExactly("resume token-1 {}");
    assertThat(store.effects()).isEmpty();
  }

  @Test
  void anEntryThatIsGoneIsDeliveredWithoutHarm() {
    var entry = sent(new Effect.StartBuild(SHOP, 3));
    outbox.deliver(entry);
    outbox.deliver(entry);

    assertThat(workflows.calls()).hasSize(2);
    assertThat(store.effects()).isEmpty();
  }

  private OutboxEntry sent(Effect effect) {
    store.transact(
        tx -> {
          tx.send(effect);
          return effect;
        });
    return store.list(Keys.outbox(), 100, null).items().getLast();
  }
}
