package io.stagegate.release;

import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Ticking;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import io.stagegate.store.OpenApproval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final Rounds rounds = new Rounds(store, clock, "test");
  private final List<Integer> seen = new ArrayList<>();

  @Test
  void eachHasItsTurnHoweverManyThereAre() {
    open(120);

    for (int run = 0; run < 3; run++) {
      assertThat(rounds.run(open -> seen.add(open.release()))).isEmpty();
    }

    assertThat(seen).containsExactlyElementsOf(IntStream.rangeClosed(1, 120).boxed().toList());
    rounds.run(open -> seen.add(open.release()));
    assertThat(seen).hasSize(170).endsWith(49, 50);
  }

  @Test
  void oneThatFailsKeepsTheOthersFromNothing() {
    open(3);

    var failures =
        rounds.run(
            open -> {
              seen.add(open.release());
              if (open.release() != 3) {
                throw new IllegalStateException("no answer for " + open.release());
              }
            });

    assertThat(seen).containsExactly(1, 2, 3);
    assertThat(failures)
        .extracting(Throwable::getMessage)
        .containsExactly("no answer for 1", "no answer for 2");
  }

  @Test
  void whereEachTakesLongTheNextRunGoesOn() {
    open(10);

    rounds.run(
        open -> {
          seen.add(open.release());
          clock.pass(Duration.ofSeconds(11));
        });
    assertThat(seen).containsExactly(1, 2, 3);

    rounds.run(open -> seen.add(open.release()));
    assertThat(seen).containsExactlyElementsOf(IntStream.rangeClosed(1, 10).boxed().toList());
  }

  @Test
  void oneThatIsClosedMeanwhileIsNoEnd() {
    open(60);
    rounds.run(open -> seen.add(open.release()));
    store.transact(
        state -> {
          state.delete(Keys.openApproval(row(50)));
          return true;
        });

    rounds.run(open -> seen.add(open.release()));

    assertThat(seen).hasSize(60).endsWith(59, 60);
  }

  private void open(int many) {
    for (int i = 1; i <= many; i++) {
      var row = row(i);
      store.transact(
          state -> {
            state.put(Keys.openApproval(row), row);
            return true;
          });
    }
  }

  private OpenApproval row(int number) {
    return new OpenApproval(SHOP, number, Samples.NOW.plusSeconds(number));
  }
}
