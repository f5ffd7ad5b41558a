package io.stagegate.local.store;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.NOW;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.audit.AuditChain;
import io.stagegate.audit.AuditEntry;
import io.stagegate.audit.AuditHead;
import io.stagegate.audit.AuditLog;
import io.stagegate.audit.AuditNote;
import io.stagegate.model.ApprovalPolicy;
import io.stagegate.model.Project;
import io.stagegate.model.Release;
import io.stagegate.model.StageName;
import io.stagegate.release.AskPeople;
import io.stagegate.release.Decide;
import io.stagegate.release.Samples;
import io.stagegate.store.AuditKeys;
import io.stagegate.store.Key;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.store.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The audit log's chain on the emulator's DynamoDB, where many write it at once. */
class AuditContentionTest extends EmulatedTable {
  private static final AuditLog LOG = AuditLog.of(SHOP);

  /** Approvers of {@link Samples#team} too, but for kim. */
  private static final List<String> OTHERS = List.of("ada", "admin", "bob", "eve", "kim");

  /**
   * Ten of 99 are needed, and one more tries who may not: each vote is an entry, and all of them
   * write one chain.
   */
  @Test
  void aHundredWhoDecideAtOnceLeaveAWholeChainAndAnAnswerEach() throws Exception {
    aQuestionThatTakesTen();
    var decide = new Decide(store, clock);

    var outcomes =
        Together.run(
            100,
            number ->
                decide.press(
                    new Decide.Press(
                        SHOP,
                        1,
                        true,
                        DIGEST,
                        "so",
                        false,
                        Samples.person(
                            number < 95 ? "member-" + number : OTHERS.get(number - 95)))));

    assertThat(outcomes).filteredOn(Decide.Outcome.Decided.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Decide.Outcome.Counted.class::isInstance).hasSize(9);
    assertThat(outcomes).filteredOn(Decide.Outcome.Closed.class::isInstance).hasSize(89);
    assertThat(outcomes).filteredOn(Decide.Outcome.NotAllowed.class::isInstance).hasSize(1);
    assertThat(chain())
        .hasSize(11)
        .extracting(AuditEntry::action)
        .containsOnlyOnce("release.approved", "release.refused")
        .containsOnly("release.voted", "release.approved", "release.refused");
    assertThat(chain()).extracting(AuditEntry::actor).doesNotHaveDuplicates();
    whole();
  }

  @Test
  void ofManyThatRememberNothingIsLostAndNumbersHaveNoGaps() throws Exception {
    Together.run(30, this::remember);

    assertThat(chain()).hasSize(30).extracting(AuditEntry::text).doesNotHaveDuplicates();
    whole();
  }

  @Test
  void whatIsThereCanNotBeWrittenAgain() {
    remember(1);
    var key = new Key<>(Table.AUDIT, LOG.value(), AuditKeys.auditCursor(1), AuditEntry.class);
    var there = store.read(key).orElseThrow();

    assertThatThrownBy(
            () ->
                store.transact(
                    state -> {
                      state.put(key, AuditEntry.after(Optional.empty(), note(2)));
                      return true;
                    }))
        .isInstanceOf(Store.ContentionException.class);
    assertThat(store.read(key)).hasValue(there);
  }

  private void aQuestionThatTakesTen() {
    var policy = new ApprovalPolicy(10, 10, true, true, false, Duration.ofDays(7));
    store.transact(
        state -> {
          if (Samples.project().withApprovals(StageName.PRODUCTION, policy)
              instanceof Project.StageChange.Changed(var project)) {
            state.put(Keys.project(SHOP), project);
          }
          state.put(Keys.team(SHOP), Samples.team());
          state.put(
              Keys.release(SHOP, 1),
              Release.requested(
                  SHOP,
                  1,
                  Release.Kind.PROMOTION,
                  StageName.PRODUCTION,
                  StageName.DEV,
                  2,
                  null,
                  "ada",
                  NOW));
          return true;
        });
    new AskPeople(store, clock).ask(SHOP, 1, DIGEST, "token");
  }

  /** Whoever is told that others kept being faster tries again, as it should. */
  private boolean remember(int number) {
    while (true) {
      try {
        return store.transact(
            state -> {
              state.audit(note(number));
              return true;
            });
      } catch (Store.ContentionException e) {
        assertThat(e).hasMessageContaining("others");
      }
    }
  }

  private static AuditNote note(int number) {
    return new AuditNote(
        LOG, NOW, "ada", Samples.FROM, "member.changed", "member/bob", null, "Entry " + number);
  }

  private List<AuditEntry> chain() {
    List<AuditEntry> all = new ArrayList<>();
    String cursor = null;
    do {
      var page = store.list(AuditKeys.auditEntries(LOG, false), 7, cursor);
      all.addAll(page.items());
      cursor = page.cursor();
    } while (cursor != null);
    return all;
  }

  private void whole() {
    var links = chain().stream().map(AuditEntry::link).toList();
    assertThat(AuditChain.verify(links, List.of(), Optional.empty()))
        .isEqualTo(new AuditChain.Verdict.Whole(links.size(), null));
    assertThat(store.read(AuditKeys.auditHead(LOG)).map(AuditHead::number)).hasValue(links.size());
  }
}
