package io.stagegate.functions.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.http.Ticking;
import io.stagegate.model.Notice;
import io.stagegate.notice.Announce;
import io.stagegate.release.Lost;
import io.stagegate.store.Codec;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import io.stagegate.store.OutboxEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The handler on an event as DynamoDB Streams sends it. */
class DispatchHandlerTest {
  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final RecordedWorkflows workflows = new RecordedWorkflows();
  private final DispatchHandler handler =
      new DispatchHandler(
          new Outbox(
              store,
              workflows,
              new Announce(store, clock, Set.of(Notice.Channel.MAIL)),
              new LostWorkflows(workflows, new Lost(store, clock))));

  @BeforeEach
  void theTableHoldsWhatTheStreamBrings() throws IOException {
    for (var stream : Codec.mapper().readTree(event()).path("Records")) {
      var document = stream.path("dynamodb").path("NewImage").path("d").path("S").asText();
      var entry = Codec.read(document, OutboxEntry.class);
      store.transact(
          tx -> {
            tx.put(Keys.outbox(entry.id()), entry);
            return entry;
          });
    }
  }

  @Test
  void eachEntryOfTheBatchIsDeliveredInOrder() throws IOException {
    var answer = handler.run(Codec.mapper().readTree(event()));

    assertThat(Codec.write(answer)).isEqualTo("{\"entries\":3}");
    assertThat(workflows.calls())
        .containsExactly(
            "start BUILD shop-build-42 {\"project\":\"shop\",\"build\":42}",
            "start RELEASE shop-release-7 {\"project\":\"shop\",\"release\":7}",
            "resume the-task-token {\"decision\":\"APPROVED\"}");
    assertThat(store.effects()).isEmpty();
  }

  @Test
  void anEntryThatFailsBringsTheBatchBack() throws IOException {
    workflows.fail("shop-release-7");
    var batch = Codec.mapper().readTree(event());

    assertThatThrownBy(() -> handler.run(batch)).hasMessage("no answer for shop-release-7");
    assertThat(store.effects()).hasSize(2);

    workflows.recover();
    assertThat(handler.run(batch).entries()).isEqualTo(3);
    assertThat(store.effects()).isEmpty();
  }

  @Test
  void anEventWithoutRecordsDeliversNothing() throws IOException {
    assertThat(handler.run(Codec.mapper().readTree("{}")).entries()).isZero();
  }

  private static InputStream event() {
    return Objects.requireNonNull(
        DispatchHandlerTest.class.getResourceAsStream("stream-event.json"), "stream-event.json");
  }
}
