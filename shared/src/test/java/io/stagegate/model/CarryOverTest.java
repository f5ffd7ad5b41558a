package io.stagegate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truth table of docs/adr/0012. */
class CarryOverTest {
  private static final ProjectId ORDERS = new ProjectId("orders");
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @ParameterizedTest(name = "{0}: {6}")
  @CsvSource({
    // what, digest, ended as, said how long ago, who, comment needed, carried
    "the same, SAME, SUPERSEDED, P1D, bob, false, true",
    "time ended it, SAME, EXPIRED, P6D, bob, false, true",
    "approved and not applied, SAME, APPROVED, P1D, bob, false, true",
    "somebody said no, SAME, REJECTED, P1D, bob, false, false",
    "it is open still, SAME, PENDING, P1D, bob, false, false",
    "another digest, OTHER, SUPERSEDED, P1D, bob, false, false",
    "longer ago than people have, SAME, SUPERSEDED, P7D, bob, false, false",
    "no approver any more, SAME, SUPERSEDED, P1D, kim, false, false",
    "no member any more, SAME, SUPERSEDED, P1D, mallory, false, false",
    "who asks is barred, SAME, SUPERSEDED, P1D, ada, false, false",
    "a comment is needed now, SAME, SUPERSEDED, P1D, bob, true, false",
  })
  void aYesHoldsWhere(
      String what,
      String digest,
      Approval.Status ended,
      Duration ago,
      String who,
      boolean reason,
      boolean carried) {
    var asked = asked(new Quorum(2, Set.of("ada"), Set.of(), reason, false));
    var vote = new Vote(who, true, "", false, NOW.minus(ago));

    var votes =
        CarryOver.of(earlier(digest, ended, vote), asked, StageName.PRODUCTION, team(), WEEK);

    assertThat(votes)
        .isEqualTo(
            carried ? List.of(new Vote(who, true, "", false, NOW.minus(ago), 7)) : List.of());
  }

  @Test
  void carriedYesesNeverDecideAlone() {
    var votes = new Vote[] {vote("eve", 1, null), vote("bob", 3, null), vote("zoe", 2, 5)};

    for (int needed = 1; needed <= 4; needed++) {
      var asked = asked(new Quorum(needed, Set.of(), Set.of(), false, false));
      var carried =
          CarryOver.of(
              earlier("SAME", Approval.Status.SUPERSEDED, votes),
              asked,
              StageName.PRODUCTION,
              team(),
              WEEK);

      // The oldest first, each from where it was said.
      assertThat(carried)
          .isEqualTo(
              List.of(vote("bob", 3, 7), vote("zoe", 2, 5), vote("eve", 1, 7))
                  .subList(0, needed - 1));
      var open = asked.carrying(carried);
      assertThat(open.status()).isEqualTo(Approval.Status.PENDING);
      assertThat(open.decide("SAME", new Vote("sam", true, "", false, NOW)))
          .isInstanceOf(Approval.Outcome.Decided.class);
    }
  }

  @Test
  void neitherANoNorAnOverrideIsCarried() {
    var no = new Vote("bob", false, "No.", false, NOW.minusSeconds(60));
    var alone = new Vote("eve", true, "Down.", true, NOW.minusSeconds(60));

    assertThat(
            CarryOver.of(
                earlier("SAME", Approval.Status.SUPERSEDED, no, alone),
                asked(new Quorum(3, Set.of(), Set.of(), false, false)),
                StageName.PRODUCTION,
                team(),
                WEEK))
        .isEmpty();
  }

  private static Vote vote(
      String who, int daysAgo, @org.jspecify.annotations.Nullable Integer from) {
    return new Vote(who, true, "", false, NOW.minus(Duration.ofDays(daysAgo)), from);
  }

  private static Approval asked(Quorum quorum) {
    return Approval.asked(ORDERS, 8, "SAME", quorum, NOW, WEEK);
  }

  private static Approval earlier(String digest, Approval.Status ended, Vote... votes) {
    var then = NOW.minus(Duration.ofDays(8));
    return new Approval(
        ORDERS,
        7,
        digest,
        Quorum.ONE,
        List.of(votes),
        then,
        NOW,
        ended == Approval.Status.PENDING
            ? null
            : new Decision(ended, Event.STAGEGATE, "", NOW.minusSeconds(30)));
  }

  private static Team team() {
    return new Team(
        ORDERS,
        Stream.concat(
                Stream.of(member("lead", Role.ADMIN), member("kim", Role.VIEWER)),
                Stream.of("ada", "bob", "eve", "sam", "zoe")
                    .map(login -> member(login, Role.APPROVER)))
            .toList());
  }

  private static Member member(String login, Role role) {
    return new Member(ORDERS, new Login(login), Set.of(role), Set.of(), "lead", NOW);
  }
}
