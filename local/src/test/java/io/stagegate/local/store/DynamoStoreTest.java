package io.stagegate.local.store;

import static io.stagegate.release.Samples.NOW;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import io.stagegate.release.Samples;
import io.stagegate.store.Counters;
import io.stagegate.store.Delivery;
import io.stagegate.store.Keys;
import io.stagegate.store.Listing;
import io.stagegate.store.TaskToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the store writes to the emulator's DynamoDB, and how it reads it. */
class DynamoStoreTest extends EmulatedTable {
  @Test
  void aRecordIsReadAsItWasWritten() {
    var build = Samples.build(42).deployed(NOW);

    store.transact(
        tx -> {
          tx.put(Keys.project(SHOP), Samples.project());
          tx.put(Keys.build(SHOP, 42), build);
          return true;
        });

    assertThat(store.read(Keys.project(SHOP))).hasValue(Samples.project());
    assertThat(store.read(Keys.build(SHOP, 42))).hasValue(build);
    assertThat(store.read(Keys.build(SHOP, 43))).isEmpty();
  }

  @Test
  void aTransactionSeesItsOwnWrites() {
    var key = Keys.counters(SHOP);
    var seen =
        store.transact(
            tx -> {
              tx.put(key, new Counters(1, 0));
              var written = tx.get(key);
              tx.delete(key);
              return List.of(written.isPresent(), tx.get(key).isPresent());
            });

    assertThat(seen).containsExactly(true, false);
    assertThat(store.read(key)).isEmpty();
  }

  @Test
  void eventsAndEffectsAreWrittenWithTheirRecord() {
    var effect = new Effect.StartBuild(SHOP, 42);
    var event = Event.of(Samples.build(42), NOW, "queued", "github", "Pushed.");
    store.transact(
        tx -> {
          tx.note(event);
          tx.send(effect);
          return true;
        });

    assertThat(store.list(Keys.events(SHOP), 10, null).items()).containsExactly(event);
    assertThat(store.list(Keys.outbox(), 10, null).items())
        .singleElement()
        .satisfies(entry -> assertThat(entry.effect()).isEqualTo(effect))
        .satisfies(entry -> assertThat(entry.at()).isEqualTo(NOW));
  }

  @Test
  void theRowHoldsItsKeyVersionTypeAndWhenItMayBeForgotten() {
    var key = Keys.delivery(SHOP, "d-1");
    store.transact(
        tx -> {
          tx.put(key, new Delivery("d-1", NOW), NOW.plus(Duration.ofDays(1)));
          return true;
        });

    var row = row(key.partition(), key.sort());
    assertThat(row).containsOnlyKeys("pk", "sk", "v", "t", "s", "d", "ttl");
    assertThat(row.get("t")).isEqualTo(AttributeValue.fromS("Delivery"));
    assertThat(row.get("ttl"))
        .isEqualTo(AttributeValue.fromN(Long.toString(NOW.plusSeconds(86_400).getEpochSecond())));
  }

  @Test
  void aListIsReadPageByPage() {
    store.transact(
        tx -> {
          IntStream.rangeClosed(1, 7)
              .forEach(number -> tx.put(Keys.build(SHOP, number), Samples.build(number)));
          // Neighbours of another kind are none of the list.
          tx.put(Keys.counters(SHOP), Counters.NONE);
          tx.put(Keys.project(SHOP), Samples.project());
          return true;
        });

    var first = store.list(Keys.builds(SHOP), 3, null);
    assertThat(first.items()).extracting(build -> build.number()).containsExactly(7, 6, 5);
    assertThat(first.cursor()).isNotNull();
    assertThat(all(Keys.builds(SHOP), 3))
        .extracting(build -> build.number())
        .containsExactly(7, 6, 5, 4, 3, 2, 1);
    assertThat(store.list(Keys.builds(SHOP), 8, null).cursor()).isNull();
    assertThat(store.list(Keys.releases(SHOP), 8, null).items()).isEmpty();
    assertThatThrownBy(() -> store.list(Keys.builds(SHOP), 3, "COUNTERS"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDeletedRecordIsGoneAndDeletingItAgainIsNothing() {
    token("first");
    delete();
    delete();

    assertThat(store.read(Keys.token(SHOP, "approval-1"))).isEmpty();
    token("second");
    assertThat(store.read(Keys.token(SHOP, "approval-1"))).hasValue(new TaskToken("second"));
  }

  private <T> List<T> all(Listing<T> listing, int limit) {
    List<T> items = new ArrayList<>();
    String cursor = null;
    do {
      var page = store.list(listing, limit, cursor);
      items.addAll(page.items());
      cursor = page.cursor();
    } while (cursor != null);
    return items;
  }
}
