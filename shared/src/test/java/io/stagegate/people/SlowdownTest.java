package io.stagegate.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Ticking;
import io.stagegate.model.Login;
import io.stagegate.model.Tries;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowdownTest {
  private static final Login MALLORY = new Login("mallory");
  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final Slowdown slowdown = new Slowdown(store, clock);

  @Test
  void whileSomebodyWaitsNothingMoreIsCounted() {
    Duration last = Duration.ZERO;
    for (int i = 0; i < 1_000; i++) {
      last = slowdown.refused("192.0.2.7");
    }

    assertThat(last).isEqualTo(Duration.ofSeconds(1));
    assertThat(store.read(Keys.tries("address", "192.0.2.7")).orElseThrow().failures())
        .isEqualTo(Tries.FREE + 1);
    assertThat(slowdown.refused("192.0.2.8")).as("another address").isZero();
  }

  @Test
  void peopleAreCountedWhereverTheyAre() {
    for (int i = 0; i <= Tries.FREE; i++) {
      assertThat(slowdown.left(MALLORY)).isZero();
      slowdown.refused(MALLORY);
    }

    assertThat(slowdown.left(MALLORY)).isPositive();
    assertThat(slowdown.left(new Login("ada"))).isZero();
    clock.pass(Duration.ofSeconds(1));
    assertThat(slowdown.left(MALLORY)).isZero();
  }

  /** RFC 4291: the last 64 bits are the interface's own. */
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:db8:1:2::1, 20010db800010002",
    "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002",
    "2001:db8:1:3::1, 20010db800010003",
    "nowhere, nowhere",
  })
  void anIpv6NetworkIsOneAddress(String address, String network) {
    assertThat(Slowdown.network(address)).isEqualTo(network);
  }
}
