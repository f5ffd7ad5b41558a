package io.stagegate.local.store;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.NOW;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.model.Approval;
import io.stagegate.model.Effect;
import io.stagegate.model.Release;
import io.stagegate.model.StageName;
import io.stagegate.release.AskPeople;
import io.stagegate.release.Decide;
import io.stagegate.release.Samples;
import io.stagegate.store.Counters;
import io.stagegate.store.Keys;
import io.stagegate.store.OutboxEntry;
import io.stagegate.store.Store;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the store's transactions promise on the emulator's DynamoDB, with others at work. */
class DynamoContentionTest extends EmulatedTable {
  @Test
  void aWriteOverWhatWasReadRunsAgainWhereOthersWereFaster() {
    var key = Keys.counters(SHOP);
    put(new Counters(1, 1));
    var runs = new AtomicInteger();

    var result =
        store.transact(
            tx -> {
              var read = tx.get(key).orElseThrow();
              if (runs.getAndIncrement() == 0) {
                put(new Counters(7, 7));
              }
              tx.put(key, read.nextBuild());
              return read;
            });

    assertThat(runs).hasValue(2);
    assertThat(result).isEqualTo(new Counters(7, 7));
    assertThat(store.read(key)).hasValue(new Counters(8, 7));
  }

  @Test
  void whatWasOnlyReadMustStillBeSoToo() {
    put(new Counters(1, 1));
    var runs = new AtomicInteger();
    var build = Keys.build(SHOP, 1);

    store.transact(
        tx -> {
          var read = tx.get(Keys.counters(SHOP)).orElseThrow();
          if (runs.getAndIncrement() == 0) {
            put(new Counters(2, 1));
          }
          tx.put(build, Samples.build(read.builds()));
          return true;
        });

    assertThat(runs).hasValue(2);
    assertThat(store.read(build).orElseThrow().number()).isEqualTo(2);
  }

  @Test
  void whatWasReadAsAbsentMustStillBeSo() {
    var runs = new AtomicInteger();

    store.transact(
        tx -> {
          var read = tx.get(Keys.counters(SHOP)).orElse(Counters.NONE);
          if (runs.getAndIncrement() == 0) {
            put(new Counters(5, 5));
          }
          tx.put(Keys.counters(SHOP), read.nextBuild());
          return true;
        });

    assertThat(store.read(Keys.counters(SHOP))).hasValue(new Counters(6, 5));
  }

  @Test
  void aRowThatWasDeletedAndMadeAnewIsNotTheOneThatWasRead() {
    var key = Keys.token(SHOP, "approval-1");
    token("first");
    var runs = new AtomicInteger();

    var seen =
        store.transact(
            tx -> {
              var read = tx.get(key).orElseThrow();
              if (runs.getAndIncrement() == 0) {
                delete();
                token("second");
              }
              tx.delete(key);
              return read.token();
            });

    assertThat(seen).isEqualTo("second");
    assertThat(store.read(key)).isEmpty();
  }

  @Test
  void whoNeverGetsItsTurnIsToldSo() {
    put(new Counters(1, 1));

    assertThatThrownBy(
            () ->
                store.transact(
                    tx -> {
                      var read = tx.get(Keys.counters(SHOP)).orElseThrow();
                      put(read.nextRelease());
                      tx.put(Keys.counters(SHOP), read.nextBuild());
                      return true;
                    }))
        .isInstanceOf(Store.ContentionException.class);
    assertThat(store.read(Keys.counters(SHOP)).orElseThrow().builds()).isEqualTo(1);
  }

  @Test
  void ofManyThatCountNoneIsLost() throws Exception {
    var rounds = 5;
    put(new Counters(0, 0));

    Together.run(
        20,
        number -> {
          for (int round = 0; round < rounds; round++) {
            count();
          }
          return true;
        });

    assertThat(store.read(Keys.counters(SHOP))).hasValue(new Counters(100, 0));
  }

  @Test
  void ofFiftyPressesOneDecides() throws Exception {
    var release =
        Release.requested(
            SHOP,
            1,
            Release.Kind.PROMOTION,
            StageName.PRODUCTION,
            StageName.DEV,
            2,
            null,
            "ada",
            NOW);
    store.transact(
        tx -> {
          tx.put(Keys.release(SHOP, 1), release);
          tx.put(Keys.team(SHOP), Samples.team());
          return true;
        });
    new AskPeople(store, clock).ask(SHOP, 1, DIGEST, "token");
    var decide = new Decide(store, clock);

    var outcomes =
        Together.run(
            50,
            number ->
                decide.press(
                    new Decide.Press(
                        SHOP,
                        1,
                        number % 2 == 0,
                        DIGEST,
                        "so",
                        false,
                        Samples.person("member-" + number))));

    var decision = store.read(Keys.approval(SHOP, 1)).map(Approval::decision).orElseThrow();
    assertThat(outcomes)
        .filteredOn(Decide.Outcome.Decided.class::isInstance)
        .containsExactly(new Decide.Outcome.Decided(decision));
    assertThat(outcomes)
        .filteredOn(Decide.Outcome.Closed.class::isInstance)
        .hasSize(49)
        .containsOnly(new Decide.Outcome.Closed(decision));
    assertThat(store.list(Keys.outbox(), 100, null).items())
        .extracting(OutboxEntry::effect)
        .filteredOn(Effect.Resume.class::isInstance)
        .hasSize(1);
    assertThat(store.list(Keys.openApprovals(), 100, null).items()).isEmpty();
  }

  private void put(Counters counters) {
    store.transact(
        tx -> {
          tx.get(Keys.counters(SHOP));
          tx.put(Keys.counters(SHOP), counters);
          return true;
        });
  }

  /** Counts one build; whoever is told that others kept being faster tries again, as it should. */
  private void count() {
    while (true) {
      try {
        store.transact(
            tx -> {
              var read = tx.get(Keys.counters(SHOP)).orElseThrow();
              tx.put(Keys.counters(SHOP), read.nextBuild());
              return true;
            });
        return;
      } catch (Store.ContentionException e) {
        assertThat(e).hasMessageContaining("others");
      }
    }
  }
}
