package io.stagegate.release;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Ticking;
import io.stagegate.model.Approval;
import io.stagegate.model.ApprovalPolicy;
import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import io.stagegate.model.Lease;
import io.stagegate.model.Login;
import io.stagegate.model.Member;
import io.stagegate.model.Notice;
import io.stagegate.model.Person;
import io.stagegate.model.Role;
import io.stagegate.model.StageName;
import io.stagegate.model.Team;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeTeamTest {
  private static final Person ADA = Samples.person("ada");
  private static final Login BOB = new Login("bob");

  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final ChangeTeam change = new ChangeTeam(store, clock);

  @BeforeEach
  void aTeamOfThree() {
    Samples.withTwoBuilds(store);
    team(
        Samples.member("ada", Role.ADMIN),
        Samples.member("bob", Role.APPROVER),
        Samples.member("eve", Role.APPROVER));
  }

  @Test
  void anAdminAddsAndRemovesAndTheListOfSomebodysProjectsFollows() {
    var grace = new Login("Grace");

    change.put(SHOP, grace, Set.of(Role.VIEWER), Set.of(), ADA);
    assertThat(store.list(Keys.memberships(grace), 10, null).items())
        .extracting(Member::project)
        .containsExactly(SHOP);
    clock.pass(Duration.ofDays(1));
    change.put(SHOP, grace, Set.of(Role.APPROVER), Set.of(StageName.PRODUCTION), ADA);
    var member = store.read(Keys.team(SHOP)).orElseThrow().member(grace).orElseThrow();
    assertThat(member.roles()).containsExactly(Role.APPROVER);
    assertThat(member.addedAt()).isEqualTo(clock.instant().minus(Duration.ofDays(1)));
    change.remove(SHOP, grace, ADA);

    assertThat(store.list(Keys.memberships(grace), 10, null).items()).isEmpty();
    assertThat(store.list(Keys.events(SHOP), 10, null).items())
        .extracting(Event::text)
        .containsExactly(
            "grace is no member any more.", "grace is approver now.", "grace is viewer now.");
  }

  @Test
  void onlyAnAdminDoesAndAStrangerSeesNothing() {
    assertThat(change.remove(SHOP, BOB, Samples.person("eve")))
        .isEqualTo(new ChangeTeam.Outcome.NotAllowed("It takes the role admin."));
    assertThat(change.remove(SHOP, BOB, Samples.person("mallory")))
        .isInstanceOf(ChangeTeam.Outcome.Unknown.class);
    assertThat(change.remove(SHOP, BOB, new Person(new Login("root"), true, Samples.FROM)))
        .isInstanceOf(ChangeTeam.Outcome.Changed.class);
    assertThat(change.remove(SHOP, new Login("ada"), ADA))
        .isInstanceOf(ChangeTeam.Outcome.Refused.class);
  }

  @Test
  void aQuestionThatNobodyLeftCanAnswerIsClosedWithTheReason() {
    ask(2);

    change.remove(SHOP, BOB, ADA);

    assertThat(approval().decision())
        .isNotNull()
        .satisfies(
            decision -> {
              assertThat(decision.status()).isEqualTo(Approval.Status.SUPERSEDED);
              assertThat(decision.comment()).startsWith("The members have changed");
            });
    assertThat(store.effects())
        .hasSize(4)
        .contains(new Effect.Announce(SHOP, 1, Notice.Kind.CLOSED))
        .last()
        .isInstanceOf(Effect.Resume.class);
  }

  @Test
  void soIsOneThatSomebodySaidYesToWhoMayNoLonger() {
    change.put(SHOP, new Login("kim"), Set.of(Role.APPROVER), Set.of(), ADA);
    ask(2);
    new Decide(store, clock)
        .press(new Decide.Press(SHOP, 1, true, DIGEST, "", false, Samples.person("bob")));

    change.put(SHOP, BOB, Set.of(Role.VIEWER), Set.of(), ADA);

    assertThat(approval().status()).isEqualTo(Approval.Status.SUPERSEDED);
  }

  @Test
  void whereTheOthersAreEnoughItStaysOpen() {
    ask(1);

    change.remove(SHOP, BOB, ADA);

    assertThat(approval().status()).isEqualTo(Approval.Status.PENDING);
  }

  @Test
  void whatAStageAsksForIsSetByAnAdminAndForProductionAlone() {
    var approvals = new SetApprovals(store, clock);
    var policy = new ApprovalPolicy(2, 3, false, true, false, Duration.ofDays(1));

    assertThat(approvals.set(SHOP, StageName.PRODUCTION, policy, Samples.person("bob")))
        .isInstanceOf(ProjectSettings.Outcome.NotAllowed.class);
    assertThat(approvals.set(SHOP, StageName.DEV, policy, ADA))
        .isEqualTo(new ProjectSettings.Outcome.Refused<>("Nobody is asked before dev is changed."));
    assertThat(approvals.set(SHOP, StageName.PRODUCTION, policy, ADA))
        .isEqualTo(new ProjectSettings.Outcome.Changed<>(policy));
    for (var key : List.of(Keys.project(SHOP), Keys.projectInList(SHOP))) {
      assertThat(store.read(key).orElseThrow().production().approvals()).isEqualTo(policy);
    }
  }

  private void ask(int approvals) {
    var policy = ApprovalPolicy.DEFAULT;
    new SetApprovals(store, clock)
        .set(
            SHOP,
            StageName.PRODUCTION,
            new ApprovalPolicy(approvals, approvals, true, true, false, policy.decideWithin()),
            ADA);
    new RequestRelease(store, clock).promote(SHOP, StageName.DEV, 2, ADA);
    store.transact(
        state -> {
          state.put(
              Keys.lease(SHOP, StageName.PRODUCTION),
              Lease.FREE.take(Change.ofRelease(SHOP, 1).id()));
          return true;
        });
    new AskPeople(store, clock).ask(SHOP, 1, DIGEST, "token");
  }

  private void team(Member... members) {
    store.transact(
        state -> {
          state.get(Keys.team(SHOP));
          state.put(Keys.team(SHOP), new Team(SHOP, List.of(members)));
          return true;
        });
  }

  private Approval approval() {
    return store.read(Keys.approval(SHOP, 1)).orElseThrow();
  }
}
