package io.stagegate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "1, 0", "10, 0", "11, 1", "12, 2", "13, 4", "14, 8", "15, 16", "16, 32", "17, 60", "99, 60"
  })
  void eachOneOverTheFreeDoublesTheWait(int failures, int seconds) {
    var tries = Tries.first(NOW);
    for (int i = 1; i < failures; i++) {
      tries = tries.failed(NOW);
    }

    assertThat(tries.left(NOW)).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(tries.left(NOW.plusSeconds(seconds))).isZero();
  }

  @Test
  void whoStopsBeginsAnew() {
    var many = new Tries(17, NOW);

    assertThat(many.failed(NOW.plus(Tries.FORGOTTEN).minusMillis(1)).left(NOW)).isPositive();
    assertThat(many.failed(NOW.plus(Tries.FORGOTTEN)))
        .isEqualTo(Tries.first(NOW.plus(Tries.FORGOTTEN)));
  }

  @Test
  void aClockThatIsBehindMakesTheWaitNoShorter() {
    assertThat(new Tries(11, NOW).left(NOW.minusSeconds(5))).isEqualTo(Duration.ofSeconds(6));
  }
}
