package io.stagegate.model;

import static io.stagegate.model.Samples.NOW;
import static io.stagegate.model.Samples.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.model.Approval.Ending;
import io.stagegate.model.Approval.Outcome;
import io.stagegate.model.Approval.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalTest {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Approval OPEN = open(Quorum.ONE);

  private static Approval open(Quorum quorum) {
    return Approval.asked(ORDERS, 7, "sha256:1", quorum, NOW, WEEK);
  }

  private static Vote yes(String by, String comment) {
    return new Vote(by, true, comment, false, NOW);
  }

  private static Vote no(String by, String comment) {
    return new Vote(by, false, comment, false, NOW);
  }

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

    var outcome = OPEN.decide(digest, new Vote("ada", approve, "so", false, at));

    assertThat(named(outcome)).isEqualTo(expected);
    if (outcome instanceof Outcome.Decided(var closed)) {
      assertThat(closed.decision())
          .isEqualTo(new Decision(Status.valueOf(expected), "ada", "so", at));
      assertThat(closed.digest()).isEqualTo(OPEN.digest());
    }
  }

  @ParameterizedTest(name = "needs {0}: {1} gives {2}")
  @CsvSource({
    "1, ada+,             APPROVED",
    "2, ada+,             COUNTED",
    "2, ada+ bob+,        APPROVED",
    "2, ada+ ada+,        REPEATED",
    "2, ada+ bob-,        REJECTED",
    "2, ada-,             REJECTED",
    "2, ada+ ada-,        REJECTED",
    "3, ada+ bob+ ada+,   REPEATED",
    "3, ada+ bob+ eve+,   APPROVED",
  })
  void aYesTakesTheQuorumAndANoEndsIt(int needed, String votes, String expected) {
    var approval = open(new Quorum(needed, Set.of(), Set.of(), false, false));
    Outcome last = new Outcome.TooLate(NOW);
    for (var said : votes.split(" ", -1)) {
      var by = said.substring(0, 3);
      last = approval.decide("sha256:1", said.endsWith("+") ? yes(by, "") : no(by, "no"));
      if (last instanceof Outcome.Counted(var counted)) {
        approval = counted;
      }
    }
    assertThat(named(last)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} {1} comment {2}, reason {3}, override {4}: {5}")
  @CsvSource({
    "ada, true,  '',  false, false, Who asked for a release does not decide on it here.",
    "ada, false, no,  false, false, Who asked for a release does not decide on it here.",
    "bob, true,  '',  false, false, Who wrote a release's commits does not decide on it here.",
    "eve, true,  '',  false, false, ",
    "eve, true,  ' ', true,  false, "
        + "Say in a comment why this may go on: the review found a high risk.",
    "eve, true,  yes, true,  false, ",
    "eve, false, ' ', false, false, Say in a comment why not.",
    "eve, true,  why, false, true,  ",
    "ada, true,  why, false, true,  ",
    "eve, true,  '',  false, true,  "
        + "Say in a comment why this may go on: the review found a high risk.",
  })
  void whoseWordCountsAndHow(
      String by,
      boolean approve,
      String comment,
      boolean reason,
      boolean override,
      String refused) {
    var quorum = new Quorum(1, Set.of("ada"), Set.of("bob"), reason, true);

    var outcome = open(quorum).decide("sha256:1", new Vote(by, approve, comment, override, NOW));

    if (refused == null) {
      assertThat(outcome).isInstanceOf(Outcome.Decided.class);
    } else {
      assertThat(outcome).isEqualTo(new Outcome.Refused(refused));
    }
  }

  @Test
  void anAdminDecidesAloneOnlyWhereTheProjectAllowsIt() {
    var vote = new Vote("ada", true, "The site is down.", true, NOW);
    var two = new Quorum(2, Set.of(), Set.of(), false, true);

    assertThat(named(open(two).decide("sha256:1", vote))).isEqualTo("APPROVED");
    assertThat(OPEN.decide("sha256:1", vote))
        .isEqualTo(new Outcome.Refused("An admin does not decide alone here."));
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"APPROVED", "REJECTED", "EXPIRED", "SUPERSEDED"})
  void whatIsDecidedStaysDecided(Status status) {
    var earlier = new Decision(status, "grace", "no", NOW);
    var closed =
        new Approval(ORDERS, 7, "sha256:1", Quorum.ONE, List.of(), NOW, NOW.plus(WEEK), earlier);

    assertThat(closed.status()).isEqualTo(status);
    assertThat(closed.decide("sha256:1", yes("ada", ""))).isEqualTo(new Outcome.Closed(earlier));
    assertThat(closed.expire(NOW.plus(WEEK))).isEqualTo(new Ending.Closed(earlier));
    assertThat(closed.supersede("ada", "Changed.", NOW)).isEqualTo(closed);
  }

  @Test
  void timeClosesItWhenItIsOverAndNotBefore() {
    Instant end = NOW.plus(WEEK);

    assertThat(OPEN.status()).isEqualTo(Status.PENDING);
    assertThat(OPEN.expire(end.minusMillis(1))).isEqualTo(new Ending.NotYet(end));
    assertThat(OPEN.expire(end))
        .isInstanceOfSatisfying(
            Ending.Ended.class,
            over -> assertThat(over.approval().status()).isEqualTo(Status.EXPIRED));
  }

  @ParameterizedTest
  @CsvSource({"PT1S,1", "PT4H,14400", "P2D,172800", "P30D,2592000"})
  void theTimeToDecideIsRead(String text, long seconds) {
    assertThat(ApprovalPolicy.time(text)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7", "week", "PT0.9S", "PT0S", "-P1D", "P30DT1S", "P1M", "P9999999999999999D"})
  void theTimeToDecideHasBounds(String text) {
    assertThatThrownBy(() -> ApprovalPolicy.time(text))
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
      case Outcome.Counted counted -> "COUNTED";
      case Outcome.Closed closed -> "CLOSED";
      case Outcome.TooLate late -> "TOO_LATE";
      case Outcome.OtherDigest other -> "OTHER_DIGEST";
      case Outcome.Refused refused -> "REFUSED";
      case Outcome.Repeated repeated -> "REPEATED";
    };
  }
}
