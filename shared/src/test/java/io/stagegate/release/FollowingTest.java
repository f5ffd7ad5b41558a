package io.stagegate.release;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.audit.AuditLog;
import io.stagegate.http.Ticking;
import io.stagegate.model.Approval;
import io.stagegate.model.ApprovalPolicy;
import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import io.stagegate.model.Lease;
import io.stagegate.model.Person;
import io.stagegate.model.Release;
import io.stagegate.model.StageName;
import io.stagegate.model.StageStatus;
import io.stagegate.model.Vote;
import io.stagegate.store.AuditKeys;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Releases that ask again for others, or take their place. */
class FollowingTest {
  private static final Person ADA = Samples.person("ada");

  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final RequestRelease releases = new RequestRelease(store, clock);
  private final AskPeople people = new AskPeople(store, clock);
  private final Decide decide = new Decide(store, clock);

  @BeforeEach
  void aReleaseThatPeopleAreAskedAbout() {
    Samples.withTwoBuilds(store);
    policy(false);
    releases.promote(SHOP, StageName.DEV, 2, Samples.person("kim"));
    holdsTheStage(1);
    people.ask(SHOP, 1, DIGEST, "token-1");
  }

  @Test
  void onePressAsksAgainOnceAndSaysWhatItFollows() {
    end(1, Release.Phase.SUPERSEDED);

    assertThat(again(1)).isInstanceOf(RequestRelease.Outcome.Requested.class);

    assertThat(release(2))
        .satisfies(
            next -> {
              assertThat(next.kind()).isEqualTo(Release.Kind.PROMOTION);
              assertThat(next.build()).isEqualTo(2);
              assertThat(next.follows()).isEqualTo(1);
              assertThat(next.requestedBy()).isEqualTo("ada");
            });
    assertThat(release(1).followedBy()).isEqualTo(2);
    assertThat(store.effects()).contains(new Effect.StartRelease(SHOP, 2));
    assertThat(texts())
        .contains("Asked to promote build 2 from dev to production, after release 1.");
    assertThat(again(1))
        .isEqualTo(new RequestRelease.Outcome.Refused("Release 2 follows release 1 already."));
  }

  @Test
  void whatTheRulesNoLongerAllowIsNotAskedForAgain() {
    end(1, Release.Phase.EXPIRED);
    newBuild(3);

    assertThat(again(1))
        .isEqualTo(
            new RequestRelease.Outcome.Refused(
                "Only the current build of dev can be promoted, and that is build 3."));
    assertThat(release(1).followedBy()).isNull();
  }

  @Test
  void whatPeopleAreStillAskedAboutOrSaidNoToIsNotAskedForAgain() {
    assertThat(again(1)).isEqualTo(new RequestRelease.Outcome.Refused("Release 1 is not over."));
    press(1, false, "bob");
    end(1, Release.Phase.REJECTED);
    assertThat(again(1))
        .isEqualTo(
            new RequestRelease.Outcome.Refused("Somebody said no to release 1: ask for it anew."));
    assertThat(releases.again(SHOP, 9, "", ADA)).isInstanceOf(RequestRelease.Outcome.Unknown.class);
    assertThat(releases.again(SHOP, 1, "", Samples.person("bob")))
        .isInstanceOf(RequestRelease.Outcome.NotAllowed.class);
    assertThat(releases.again(SHOP, 1, "", Samples.person("mallory")))
        .isInstanceOf(RequestRelease.Outcome.Unknown.class);
  }

  @Test
  void aYesToTheVerySameIsCarriedOverAndShown() {
    press(1, true, "bob");
    end(1, Release.Phase.SUPERSEDED);
    again(1);

    var asked = people.ask(SHOP, 2, DIGEST, "token-2");

    assertThat(asked.votes()).containsExactly(new Vote("bob", true, "", false, Samples.NOW, 1));
    assertThat(texts())
        .contains(
            "Release 2 waits for a decision. What would be applied is the same as before, so these"
                + " yeses are carried over: bob (release 1).");
    var remembered =
        store.list(AuditKeys.auditEntries(AuditLog.of(SHOP), true), 1, null).items().getFirst();
    assertThat(remembered.action()).isEqualTo("release.carried");
    assertThat(remembered.digest()).isEqualTo(DIGEST);
    assertThat(press(2, true, "eve")).isInstanceOf(Decide.Outcome.Decided.class);
  }

  @Test
  void aYesToSomethingElseIsNot() {
    press(1, true, "bob");
    end(1, Release.Phase.SUPERSEDED);
    again(1);

    assertThat(people.ask(SHOP, 2, "sha256:" + "cd".repeat(32), "token-2").votes()).isEmpty();
  }

  @Test
  void aNewerBuildTakesTheOldersPlaceInOneTransaction() {
    newBuild(3);

    assertThat(releases.ask(Wish.promotion(SHOP, StageName.DEV, 3, ADA).with(1, "")))
        .isInstanceOf(RequestRelease.Outcome.Requested.class);

    assertThat(approval(1).decision())
        .isNotNull()
        .satisfies(
            decision -> {
              assertThat(decision.status()).isEqualTo(Approval.Status.SUPERSEDED);
              assertThat(decision.by()).isEqualTo("ada");
              assertThat(decision.comment())
                  .isEqualTo("ada promotes build 3 instead, in release 2.");
            });
    assertThat(release(1).followedBy()).isEqualTo(2);
    assertThat(release(2).follows()).isEqualTo(1);
    assertThat(press(1, true, "bob")).isInstanceOf(Decide.Outcome.Closed.class);
  }

  @Test
  void onlyWhoAskedOrAnAdminPutsAnotherInItsPlace() {
    newBuild(3);
    promoter("member-1");

    assertThat(
            releases.ask(
                Wish.promotion(SHOP, StageName.DEV, 3, Samples.person("member-1")).with(1, "")))
        .isEqualTo(
            new RequestRelease.Outcome.NotAllowed(
                "Only who asked for release 1, or an admin, puts another in its place."));
    assertThat(approval(1).status()).isEqualTo(Approval.Status.PENDING);
    assertThat(
            releases.ask(Wish.promotion(SHOP, StageName.DEV, 3, Samples.person("kim")).with(1, "")))
        .isInstanceOf(RequestRelease.Outcome.Requested.class);
  }

  @Test
  void whatIsNoOlderPromotionThatWaitsHasNoPlaceToTake() {
    assertThat(releases.ask(Wish.promotion(SHOP, StageName.DEV, 2, ADA).with(1, "")))
        .isEqualTo(new RequestRelease.Outcome.Refused("Release 1 brings no older build."));
    newBuild(3);
    press(1, false, "bob");
    assertThat(releases.ask(Wish.promotion(SHOP, StageName.DEV, 3, ADA).with(1, "")))
        .isEqualTo(new RequestRelease.Outcome.Refused("Nobody is asked about release 1."));
    assertThat(releases.ask(Wish.promotion(SHOP, StageName.DEV, 3, ADA).with(9, "")))
        .isEqualTo(new RequestRelease.Outcome.Unknown("There is no release 9."));
    assertThat(store.read(Keys.release(SHOP, 2))).isEmpty();
  }

  @Test
  void aNewerBuildOnDevEndsTheQuestionOnlyWhereTheProjectAsksForThat() {
    newBuild(3);
    assertThat(approval(1).status()).isEqualTo(Approval.Status.PENDING);

    policy(true);
    newBuild(4);

    assertThat(approval(1).decision())
        .isNotNull()
        .satisfies(
            decision -> {
              assertThat(decision.status()).isEqualTo(Approval.Status.SUPERSEDED);
              assertThat(decision.comment()).isEqualTo("dev has the newer build 4 now.");
            });
  }

  @Test
  void howFarDevHasMovedOnIsCounted() {
    assertThat(Ahead.of(store, release(1))).isEmpty();
    newBuild(3);
    newBuild(4);

    assertThat(Ahead.of(store, release(1)))
        .hasValueSatisfying(
            ahead -> {
              assertThat(ahead.build()).isEqualTo(4);
              assertThat(ahead.words()).isEqualTo("by 2 builds and 2 commits");
            });
    end(1, Release.Phase.EXPIRED);
    assertThat(Ahead.of(store, release(1))).isEmpty();
  }

  private RequestRelease.Outcome again(int number) {
    return releases.again(SHOP, number, "", ADA);
  }

  private Decide.Outcome press(int release, boolean approve, String by) {
    var comment = approve ? "" : "Not today.";
    return decide.press(
        new Decide.Press(SHOP, release, approve, DIGEST, comment, false, Samples.person(by)));
  }

  /** Two have to say yes. */
  private void policy(boolean newBuildSupersedes) {
    var policy =
        new ApprovalPolicy(2, 2, true, true, false, Duration.ofDays(7), null, newBuildSupersedes);
    new SetApprovals(store, clock).set(SHOP, StageName.PRODUCTION, policy, ADA);
  }

  private void holdsTheStage(int release) {
    store.transact(
        state -> {
          state.put(
              Keys.lease(SHOP, StageName.PRODUCTION),
              Lease.FREE.take(Change.ofRelease(SHOP, release).id()));
          return true;
        });
  }

  private void end(int number, Release.Phase phase) {
    store.transact(
        state -> {
          var open = OpenQuestion.of(state, SHOP, number);
          if (open.isPresent() && phase == Release.Phase.SUPERSEDED) {
            open.get().supersede(state, "It changed.", clock.instant());
          }
          var key = Keys.release(SHOP, number);
          state.put(key, state.get(key).orElseThrow().ended(phase, null, clock.instant()));
          return true;
        });
  }

  private void newBuild(int number) {
    store.transact(
        state -> {
          var build = Samples.build(number).deployed(clock.instant());
          state.put(Keys.build(SHOP, number), build);
          var key = Keys.stage(SHOP, StageName.DEV);
          var status = state.get(key).orElse(StageStatus.EMPTY);
          state.put(key, status.deployed(number, clock.instant()));
          var project = state.get(Keys.project(SHOP)).orElseThrow();
          NewerBuild.deployed(state, project, build, clock.instant());
          return true;
        });
  }

  private void promoter(String login) {
    new ChangeTeam(store, clock)
        .put(
            SHOP,
            new io.stagegate.model.Login(login),
            java.util.Set.of(io.stagegate.model.Role.PROMOTER),
            java.util.Set.of(),
            ADA);
  }

  private java.util.List<String> texts() {
    return store.list(Keys.events(SHOP), 100, null).items().stream().map(Event::text).toList();
  }

  private Release release(int number) {
    return store.read(Keys.release(SHOP, number)).orElseThrow();
  }

  private Approval approval(int number) {
    return store.read(Keys.approval(SHOP, number)).orElseThrow();
  }
}
