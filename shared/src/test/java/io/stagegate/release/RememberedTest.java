package io.stagegate.release;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.SHOP;
import static io.stagegate.release.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.audit.AuditChain;
import io.stagegate.audit.AuditEntry;
import io.stagegate.audit.AuditLog;
import io.stagegate.http.Ticking;
import io.stagegate.model.ApprovalPolicy;
import io.stagegate.model.Login;
import io.stagegate.model.Origin;
import io.stagegate.model.Person;
import io.stagegate.model.Role;
import io.stagegate.model.Scope;
import io.stagegate.model.StageName;
import io.stagegate.people.Accounts;
import io.stagegate.people.PersonalTokens;
import io.stagegate.store.AuditKeys;
import io.stagegate.store.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the audit log holds of what people and Stagegate do. */
class RememberedTest {
  private static final AuditLog LOG = AuditLog.of(SHOP);
  private static final ApprovalPolicy OVERRIDABLE =
      new ApprovalPolicy(2, 2, true, true, true, Duration.ofDays(1));

  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final RequestRelease releases = new RequestRelease(store, clock);
  private final AskPeople people = new AskPeople(store, clock);
  private final Decide decide = new Decide(store, clock);

  @BeforeEach
  void aProject() {
    Samples.withTwoBuilds(store);
  }

  @AfterEach
  void theChainIsWhole() {
    for (var log : List.of(LOG, AuditLog.INSTALLATION)) {
      var links = log(log).stream().map(AuditEntry::link).toList();
      if (!links.isEmpty()) {
        assertThat(AuditChain.verify(links, List.of(), Optional.empty()))
            .isEqualTo(new AuditChain.Verdict.Whole(links.size(), null));
      }
    }
  }

  private List<AuditEntry> log(AuditLog log) {
    return store.list(AuditKeys.auditEntries(log, false), 1000, null).items();
  }

  private List<String> actions() {
    return log(LOG).stream().map(AuditEntry::action).toList();
  }

  private AuditEntry last() {
    return log(LOG).getLast();
  }

  private void asked() {
    releases.promote(SHOP, StageName.DEV, 2, person("kim"));
    people.ask(SHOP, 1, DIGEST, "token-1");
  }

  private Decide.Outcome press(boolean approve, String comment, boolean override, Person by) {
    return decide.press(new Decide.Press(SHOP, 1, approve, DIGEST, comment, override, by));
  }

  @Test
  void aDecisionIsRememberedWithWhoWhenWhereAndOnWhat() {
    asked();
    press(true, "Looks right.", false, person("bob"));

    assertThat(actions()).containsExactly("release.requested", "release.approved");
    assertThat(last().actor()).isEqualTo("bob");
    assertThat(last().at()).isEqualTo(clock.instant());
    assertThat(last().from()).isEqualTo(Samples.FROM);
    assertThat(last().subject()).isEqualTo("release/1");
    assertThat(last().digest()).isEqualTo(DIGEST);
    assertThat(last().text()).isEqualTo("Approved release 1: Looks right.");
    assertThat(log(LOG).getFirst().from()).isEqualTo(Samples.FROM);
  }

  @Test
  void eachVoteIsAndAnOverrideIsLoudest() {
    policy(OVERRIDABLE);
    asked();
    press(true, "", false, person("bob"));
    press(true, "The fix can't wait.", true, person("ada"));

    assertThat(actions())
        .containsExactly(
            "stage.approvals", "release.requested", "release.voted", "release.overridden");
    assertThat(last().loud()).isTrue();
    assertThat(last().text()).contains("The fix can't wait.");
    assertThat(log(LOG).stream().filter(AuditEntry::loud)).hasSize(1);
  }

  @Test
  void aRejectionAWithdrawalAndAnExpiryAre() {
    asked();
    press(false, "Not today.", false, person("eve"));
    assertThat(last().action()).isEqualTo("release.rejected");

    releases.promote(SHOP, StageName.DEV, 2, person("kim"));
    people.ask(SHOP, 2, DIGEST, "token-2");
    new Withdraw(store, clock).withdraw(SHOP, 2, person("kim"), "Wrong build.");
    assertThat(last().action()).isEqualTo("release.withdrawn");
    assertThat(last().actor()).isEqualTo("kim");

    releases.promote(SHOP, StageName.DEV, 2, person("kim"));
    people.ask(SHOP, 3, DIGEST, "token-3");
    clock.pass(Duration.ofDays(8));
    new Expire(store, clock).close(SHOP, 3);
    assertThat(last().action()).isEqualTo("release.expired");
    assertThat(last().from()).isEqualTo(Origin.SYSTEM);
    assertThat(last().digest()).isEqualTo(DIGEST);
  }

  @Test
  void whatDecidesNothingAddsNothing() {
    asked();
    press(true, "", false, person("bob"));
    int before = log(LOG).size();
    press(true, "", false, person("eve"));
    new Expire(store, clock).close(SHOP, 1);

    assertThat(log(LOG)).hasSize(before);
  }

  @Test
  void aMembersRefusedTryIsOnceADayAndAStrangersIsNot() {
    asked();
    for (int i = 0; i < 5; i++) {
      press(true, "", false, person("kim"));
      press(true, "", false, person("stranger"));
    }

    assertThat(actions()).containsExactly("release.requested", "release.refused");
    assertThat(last().actor()).isEqualTo("kim");
    assertThat(last().text())
        .isEqualTo(
            "Tried to approve release 1 and may not: It takes the role approver for production.");

    clock.pass(Duration.ofDays(1));
    press(false, "", false, person("kim"));
    assertThat(actions()).endsWith("release.refused", "release.refused");
    assertThat(last().text()).startsWith("Tried to reject release 1");
  }

  @Test
  void membersAndTheQuestionTheyCantAnswerAnyMoreAre() {
    var team = new ChangeTeam(store, clock);
    team.put(SHOP, new Login("member-1"), Set.of(Role.VIEWER), Set.of(), person("ada"));
    assertThat(last().action()).isEqualTo("member.changed");
    assertThat(last().subject()).isEqualTo("member/member-1");
    assertThat(last().from()).isEqualTo(Samples.FROM);

    int before = log(LOG).size();
    team.put(SHOP, new Login("member-1"), Set.of(Role.ADMIN), Set.of(), person("kim"));
    assertThat(log(LOG)).hasSize(before);
  }

  @Test
  void tokensAndEndedAccessAreTheInstallations() {
    var tokens = new PersonalTokens(store, clock);
    var made =
        (PersonalTokens.Outcome.Made)
            tokens.make(person("ada"), "ci", Set.of(Scope.READ, Scope.DECIDE), 30);
    tokens.revoke(person("ada"), made.token().id());
    tokens.revoke(person("ada"), made.token().id());
    new Accounts(store, clock).end(person("ada"));
    new Accounts(store, clock).forget(new Login("bob"), person("root"));

    var entries = log(AuditLog.INSTALLATION);
    assertThat(entries)
        .extracting(AuditEntry::action)
        .containsExactly("token.made", "token.revoked", "access.ended", "access.ended");
    assertThat(entries.getFirst().text())
        .isEqualTo("Made the token ci for read, decide, until 2026-12-23T10:00:00Z.");
    assertThat(entries.getLast().subject()).isEqualTo("person/bob");
    assertThat(entries.getLast().actor()).isEqualTo("root");
    assertThat(entries).noneMatch(entry -> entry.line().contains(made.text()));
    assertThat(log(LOG)).isEmpty();
  }

  private void policy(ApprovalPolicy policy) {
    new SetApprovals(store, clock).set(SHOP, StageName.PRODUCTION, policy, person("ada"));
  }
}
