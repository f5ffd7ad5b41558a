package io.stagegate.release;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Ticking;
import io.stagegate.model.ApprovalPolicy;
import io.stagegate.model.Freeze;
import io.stagegate.model.Person;
import io.stagegate.model.StageName;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked for, and decided on, before and in a freeze. */
class FrozenReleasesTest {
  private static final Person ADA = Samples.person("ada");
  private static final Freeze CHRISTMAS =
      new Freeze.Once(
          LocalDateTime.parse("2026-11-23T12:00"),
          LocalDateTime.parse("2026-11-27T08:00"),
          ZoneId.of("Europe/Berlin"),
          "Christmas comes early");
  private static final String FROZEN =
      "Production is frozen until 2026-11-27 08:00 Europe/Berlin: Christmas comes early.";

  /** One hour before it begins. */
  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");

  private final MemoryStore store = new MemoryStore(clock);
  private final RequestRelease releases = new RequestRelease(store, clock);
  private final SetFreezes freezes = new SetFreezes(store, clock);

  @BeforeEach
  void aStageThatWillBeFrozen() {
    Samples.withTwoBuilds(store);
    assertThat(freezes.set(SHOP, StageName.PRODUCTION, List.of(CHRISTMAS), ADA))
        .isEqualTo(new ProjectSettings.Outcome.Changed<>(List.of(CHRISTMAS)));
  }

  @Test
  void insideNothingIsAskedForAndAfterItAgain() {
    clock.pass(Duration.ofHours(1));
    Samples.promoted(store, 1, 1);
    Samples.promoted(store, 2, 2);

    assertThat(promote("")).isEqualTo(new RequestRelease.Outcome.Refused(FROZEN));
    assertThat(releases.rollBack(SHOP, 1, ADA))
        .isEqualTo(new RequestRelease.Outcome.Refused(FROZEN));

    clock.pass(Duration.ofDays(4));
    assertThat(promote("")).isInstanceOf(RequestRelease.Outcome.Requested.class);
  }

  @Test
  void anAdminAsksInSpiteOfItWhereTheProjectAllowsAndSaysWhy() {
    clock.pass(Duration.ofHours(1));
    assertThat(promote("The shop is down.")).isEqualTo(new RequestRelease.Outcome.Refused(FROZEN));

    overrides();
    assertThat(promote("")).isEqualTo(new RequestRelease.Outcome.Refused(FROZEN));
    assertThat(
            releases.ask(
                Wish.promotion(SHOP, StageName.DEV, 2, Samples.person("kim"))
                    .with(null, "The shop is down.")))
        .isInstanceOf(RequestRelease.Outcome.NotAllowed.class);
    assertThat(promote("The shop is down.")).isInstanceOf(RequestRelease.Outcome.Requested.class);

    assertThat(store.read(Keys.release(SHOP, 1)).orElseThrow().despite())
        .isEqualTo("The shop is down.");
    assertThat(store.list(Keys.events(SHOP), 10, null).items().getFirst().text())
        .endsWith("Although production is frozen: The shop is down.");
    ask();
    assertThat(press(true, false)).isInstanceOf(Decide.Outcome.Decided.class);
  }

  @Test
  void whatWaitsWhenItBeginsIsNotApprovedInItAndCanBeRejected() {
    promote("");
    ask();
    clock.pass(Duration.ofHours(1));

    assertThat(press(true, false))
        .isEqualTo(
            new Decide.Outcome.Refused(
                FROZEN + " It can be approved after that, and rejected at any time."));
    assertThat(press(false, false)).isInstanceOf(Decide.Outcome.Decided.class);
  }

  @Test
  void afterItsEndWhatWaitedIsApproved() {
    promote("");
    ask();
    clock.pass(Duration.ofDays(4));

    assertThat(press(true, false)).isInstanceOf(Decide.Outcome.Decided.class);
  }

  @Test
  void anAdminWhoDecidesAloneDoesSoInItToo() {
    overrides();
    promote("");
    ask();
    clock.pass(Duration.ofHours(1));

    assertThat(press(true, true)).isInstanceOf(Decide.Outcome.Decided.class);
  }

  @Test
  void freezesAreSetByAnAdminForProductionAndSoManyOnly() {
    assertThat(freezes.set(SHOP, StageName.PRODUCTION, List.of(), Samples.person("bob")))
        .isInstanceOf(ProjectSettings.Outcome.NotAllowed.class);
    assertThat(freezes.set(SHOP, StageName.PRODUCTION, List.of(), Samples.person("mallory")))
        .isInstanceOf(ProjectSettings.Outcome.Unknown.class);
    assertThat(freezes.set(SHOP, StageName.DEV, List.of(CHRISTMAS), ADA))
        .isEqualTo(
            new ProjectSettings.Outcome.Refused<>(
                "No release is asked for before dev is changed."));
    assertThat(freezes.set(SHOP, StageName.PRODUCTION, Collections.nCopies(21, CHRISTMAS), ADA))
        .isEqualTo(new ProjectSettings.Outcome.Refused<>("A stage has at most 20 freezes."));
    assertThat(store.read(Keys.projectInList(SHOP)).orElseThrow().production().freezes())
        .containsExactly(CHRISTMAS);
  }

  private void overrides() {
    var policy = new ApprovalPolicy(1, 1, true, true, true, Duration.ofDays(7));
    new SetApprovals(store, clock).set(SHOP, StageName.PRODUCTION, policy, ADA);
  }

  private RequestRelease.Outcome promote(String despite) {
    return releases.ask(Wish.promotion(SHOP, StageName.DEV, 2, ADA).with(null, despite));
  }

  private void ask() {
    new AskPeople(store, clock).ask(SHOP, 1, DIGEST, "token");
  }

  private Decide.Outcome press(boolean approve, boolean override) {
    return new Decide(store, clock)
        .press(new Decide.Press(SHOP, 1, approve, DIGEST, "So be it.", override, ADA));
  }
}
