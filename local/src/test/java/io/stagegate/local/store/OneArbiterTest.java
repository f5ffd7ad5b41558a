package io.stagegate.local.store;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.NOW;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.model.Approval;
import io.stagegate.model.Decision;
import io.stagegate.model.Effect;
import io.stagegate.model.Release;
import io.stagegate.model.Role;
import io.stagegate.model.StageName;
import io.stagegate.model.Team;
import io.stagegate.release.AskPeople;
import io.stagegate.release.Decide;
import io.stagegate.release.Expire;
import io.stagegate.release.Overtaken;
import io.stagegate.release.Samples;
import io.stagegate.release.Withdraw;
import io.stagegate.store.Keys;
import io.stagegate.store.OutboxEntry;
import io.stagegate.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever acts at once on one question, on the emulator's DynamoDB: one ends it. */
class OneArbiterTest extends EmulatedTable {
  private static final int ROUNDS = 12;

  @BeforeEach
  void aHundredApprovers() {
    store.transact(
        tx -> {
          tx.put(
              Keys.team(SHOP),
              new Team(
                  SHOP,
                  IntStream.range(0, 100)
                      .mapToObj(
                          i ->
                              i == 0
                                  ? Samples.member("p-0", Role.APPROVER, Role.ADMIN)
                                  : Samples.member("p-" + i, Role.APPROVER))
                      .toList()));
          return true;
        });
  }

  @Test
  void ofAHundredWhoPressAndPressAgainOneDecidesAndAllAreToldWho() throws Exception {
    ask(1);
    List<Callable<List<Decide.Outcome>>> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      var who = i;
      all.add(() -> List.of(press(1, who, clock), press(1, who, clock)));
    }

    var outcomes = together(all).stream().flatMap(List::stream).toList();

    var decision = decision(1);
    assertThat(outcomes)
        .filteredOn(Decide.Outcome.Decided.class::isInstance)
        .containsExactly(new Decide.Outcome.Decided(decision));
    assertThat(outcomes)
        .filteredOn(outcome -> !(outcome instanceof Decide.Outcome.Decided))
        .hasSize(199)
        .containsOnly(new Decide.Outcome.Closed(decision));
    resumedOnce(1, decision);
  }

  @Test
  void decidingAgainstTheEndOfTime() throws Exception {
    var end = Clock.fixed(NOW.plus(Duration.ofDays(7)), ZoneOffset.UTC);
    var before = Clock.fixed(end.instant().minusMillis(1), ZoneOffset.UTC);
    for (int round = 1; round <= ROUNDS; round++) {
      var number = round;
      ask(number);

      var outcomes =
          together(
              List.<Callable<Object>>of(
                  () -> press(number, 2, before),
                  () -> retried(() -> new Expire(store, end).close(SHOP, number)),
                  () -> press(number, 4, before)));

      var decision = decision(number);
      var expired = decision.status() == Approval.Status.EXPIRED;
      assertThat(outcomes.get(1))
          .isEqualTo(
              expired ? new Expire.Outcome.Expired(decision) : new Expire.Outcome.Closed(decision));
      assertThat(List.of(outcomes.get(0), outcomes.get(2)))
          .filteredOn(Decide.Outcome.Decided.class::isInstance)
          .hasSize(expired ? 0 : 1);
      resumedOnce(number, decision);
    }
  }

  @Test
  void decidingAgainstWhatMakesTheReviewStale() throws Exception {
    var overtaken = new Overtaken(store, clock);
    for (int round = 1; round <= ROUNDS; round++) {
      var number = round;
      ask(number);

      var outcomes =
          together(
              List.<Callable<Object>>of(
                  () -> press(number, 2, clock),
                  () -> retried(() -> overtaken.end(SHOP, number, DIGEST, "It changed.")),
                  () ->
                      retried(
                          () ->
                              new Withdraw(store, clock)
                                  .withdraw(SHOP, number, Samples.person("p-0"), ""))));

      var decision = decision(number);
      var won =
          List.of(
              outcomes.get(0) instanceof Decide.Outcome.Decided,
              outcomes.get(1).equals(true),
              outcomes.get(2) instanceof Withdraw.Outcome.Withdrawn);
      assertThat(won).as("%s", decision).containsOnlyOnce(true);
      assertThat(decision.status())
          .isEqualTo(won.get(0) ? Approval.Status.APPROVED : Approval.Status.SUPERSEDED);
      resumedOnce(number, decision);
    }
  }

  private Decide.Outcome press(int release, int who, Clock at) throws Exception {
    return retried(
        () ->
            new Decide(store, at)
                .press(
                    new Decide.Press(
                        SHOP,
                        release,
                        who % 2 == 0,
                        DIGEST,
                        "so",
                        false,
                        Samples.person("p-" + who))));
  }

  /** As a client does that is answered 503. */
  private static <R> R retried(Callable<R> work) throws Exception {
    while (true) {
      try {
        return work.call();
      } catch (Store.ContentionException e) {
        assertThat(e).hasMessageContaining("others");
      }
    }
  }

  private void ask(int number) {
    var release =
        Release.requested(
            SHOP,
            number,
            Release.Kind.PROMOTION,
            StageName.PRODUCTION,
            StageName.DEV,
            2,
            null,
            "ada",
            NOW);
    store.transact(
        tx -> {
          tx.put(Keys.release(SHOP, number), release);
          return true;
        });
    new AskPeople(store, clock).ask(SHOP, number, DIGEST, "token-" + number);
  }

  private Decision decision(int release) {
    return store.read(Keys.approval(SHOP, release)).map(Approval::decision).orElseThrow();
  }

  /** What the workflow is handed is the decision, in the transaction that took it. */
  private void resumedOnce(int release, Decision decision) {
    assertThat(store.list(Keys.outbox(), 200, null).items())
        .extracting(OutboxEntry::effect)
        .filteredOn(effect -> effect.toString().startsWith("Resume"))
        .map(Effect.Resume.class::cast)
        .filteredOn(resume -> Integer.valueOf(release).equals(resume.release()))
        .singleElement()
        .satisfies(
            resume ->
                assertThat(resume.output())
                    .isEqualTo("{\"decision\":\"" + decision.status() + "\"}"));
    assertThat(store.list(Keys.openApprovals(), 100, null).items()).isEmpty();
    assertThat(store.list(Keys.reminders(), 100, null).items()).isEmpty();
  }

  private static <R> List<R> together(List<Callable<R>> work) throws Exception {
    return Together.run(work.size(), number -> work.get(number).call());
  }
}
