package io.stagegate.model;

import static io.stagegate.model.Samples.NOW;
import static io.stagegate.model.Samples.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.model.Approval.Outcome;
import io.stagegate.model.Approval.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalTest {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Approval OPEN = Approval.asked(ORDERS, 7, "sha256:1", NOW, WEEK);

  @ParameterizedTest(name = "approve {0}, digest {1}, after {2} s: {3}")
  @CsvSource({
    "true,  sha256:1, 0,      APPROVED",
    "false, sha256:1, 0,      REJECTED",
    "true,  sha256:1, 604799, APPROVED",
    "true,  sha256:1, 604800, TOO_LATE",
    "false, sha256:1, 604801, TOO_LATE",
    "true,  sha256:2, 0,      OTHER_DIGEST",
    "false, sha256:2, 0,      OTHER_DIGEST",
    "true,  sha256:2, 604800, TOO_LATE",
  })
  void decide(boolean approve, String digest, long seconds, String expected) {
    var at = NOW.plusSeconds(seconds);

    var outcome = OPEN.decide(approve, digest, "ada", "", at);

    assertThat(named(outcome)).isEqualTo(expected);
    if (outcome instanceof Outcome.Decided(var closed)) {
      assertThat(closed.decision())
          .isEqualTo(new Decision(Status.valueOf(expected), "ada", "", at));
      assertThat(closed.digest()).isEqualTo(OPEN.digest());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"APPROVED", "REJECTED", "EXPIRED", "SUPERSEDED"})
  void whatIsDecidedStaysDecided(Status status) {
    var earlier = new Decision(status, "grace", "no", NOW);
    var closed = new Approval(ORDERS, 7, "sha256:1", NOW, NOW.plus(WEEK), earlier);

    assertThat(closed.status()).isEqualTo(status);
    assertThat(closed.decide(true, "sha256:1", "ada", "", NOW))
        .isEqualTo(new Outcome.Closed(earlier));
    assertThat(closed.expire(NOW.plus(WEEK))).isEqualTo(new Outcome.Closed(earlier));
  }

  @Test
  void timeClosesItWhenItIsOverAndNotBefore() {
    Instant end = NOW.plus(WEEK);

    assertThat(OPEN.status()).isEqualTo(Status.PENDING);
    assertThat(OPEN.expire(end.minusMillis(1))).isEqualTo(new Outcome.NotYet(end));
    assertThat(named(OPEN.expire(end))).isEqualTo("EXPIRED");
  }

  @ParameterizedTest
  @CsvSource({"PT1S,1", "PT4H,14400", "P2D,172800", "P30D,2592000"})
  void theTimeToDecideIsRead(String text, long seconds) {
    assertThat(Approval.wait(text)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7", "week", "PT0.9S", "PT0S", "-P1D", "P30DT1S", "P1M", "P9999999999999999D"})
  void theTimeToDecideHasBounds(String text) {
    assertThatThrownBy(() -> Approval.wait(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("from PT1S to P30D");
  }

  @Test
  void pendingIsNoDecisionAndACommentIsBounded() {
    assertThatThrownBy(() -> new Decision(Status.PENDING, "ada", "", NOW))
        .hasMessageContaining("no decision");
    assertThatThrownBy(() -> new Decision(Status.REJECTED, "ada", "x".repeat(2001), NOW))
        .hasMessageContaining("at most 2000");
  }

  private static String named(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Decided(var closed) -> closed.status().name();
      case Outcome.Closed closed -> "CLOSED";
      case Outcome.TooLate late -> "TOO_LATE";
      case Outcome.NotYet early -> "NOT_YET";
      case Outcome.OtherDigest other -> "OTHER_DIGEST";
    };
  }
}
