package io.stagegate.functions.audit;

import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.audit.AuditEntry;
import io.stagegate.audit.AuditHead;
import io.stagegate.audit.AuditLog;
import io.stagegate.audit.Chains;
import io.stagegate.audit.Keypair;
import io.stagegate.audit.MemoryHeads;
import io.stagegate.audit.SignedHead;
import io.stagegate.http.Ticking;
import io.stagegate.release.Samples;
import io.stagegate.store.AuditKeys;
import io.stagegate.store.Codec;
import io.stagegate.store.Key;
import io.stagegate.store.MemoryStore;
import io.stagegate.store.Table;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is signed, and what is not. */
class SignHandlerTest {
  private static final AuditLog LOG = AuditLog.of(SHOP);

  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final MemoryHeads heads = new MemoryHeads();
  private final SignHandler handler =
      new SignHandler(new SignHeads(store, heads, Optional.of(new Keypair()), clock));

  @BeforeEach
  void aProjectOfWhichSomethingIsRemembered() {
    Samples.withTwoBuilds(store);
    remember(LOG, 3);
  }

  @Test
  void theHeadThatTheStreamBringsIsSigned() throws Exception {
    assertThat(brought()).isEqualTo(new SignHeads.Signed(1));

    assertThat(heads.all()).hasSize(1);
    var head = heads.all().getFirst();
    assertThat(head.number()).isEqualTo(3);
    assertThat(head.hash()).isEqualTo(entry(3).hash());
    assertThat(head.signedAt()).isEqualTo(clock.instant());
    assertThat(head.holds()).isTrue();
  }

  @Test
  void whatIsSignedAlreadyIsNotSignedAgain() throws Exception {
    brought();
    assertThat(brought()).isEqualTo(new SignHeads.Signed(0));

    remember(LOG, 250);
    assertThat(brought()).isEqualTo(new SignHeads.Signed(1));
    assertThat(heads.all()).extracting(SignedHead::number).containsExactly(3, 253);
  }

  @Test
  void eachHourAllChainsAre() throws Exception {
    remember(AuditLog.INSTALLATION, 2);

    assertThat(handler.run(Codec.mapper().readTree("{}"))).isEqualTo(new SignHeads.Signed(2));
    assertThat(heads.all()).extracting(SignedHead::log).containsExactly(AuditLog.INSTALLATION, LOG);
  }

  @Test
  void aHistoryThatWasWrittenAnewIsNot() throws Exception {
    brought();
    var forged = Chains.of(LOG, 5);
    forged.forEach(this::overwrite);
    head(forged.getLast().head());

    refused("entry 3 of project/shop is not the one that was signed");
  }

  @Test
  void aTextThatWasChangedUnderItsHashIsNot() throws Exception {
    brought();
    overwrite(changed(entry(3)));
    refused("entry 3 of project/shop is not the one that was signed");
  }

  @Test
  void anEntryThatWasChangedSinceIsNot() throws Exception {
    brought();
    remember(LOG, 3);
    overwrite(changed(entry(5)));
    refused("entry 5 of project/shop does not follow the one before");
  }

  @Test
  void anEntryThatIsGoneIsNot() throws Exception {
    brought();
    remember(LOG, 3);
    delete(5);
    refused("entry 5 of project/shop does not follow the one before");
  }

  @Test
  void aChainThatWasCutOffIsNot() throws Exception {
    brought();
    head(entry(2).head());
    refused("project/shop ends before entry 3, which was signed");
  }

  @Test
  void aHeadThatIsNotTheLastEntryIsNot() throws Exception {
    head(new AuditHead(LOG, 3, "1".repeat(64), clock.instant()));
    refused("project/shop does not end as its head says, at entry 3");
    head(new AuditHead(LOG, 9, entry(3).hash(), clock.instant()));
    refused("project/shop does not end as its head says, at entry 9");
    assertThat(heads.all()).isEmpty();
  }

  @Test
  void aBrokenChainKeepsNoOtherFromBeingSigned() {
    remember(AuditLog.INSTALLATION, 2);
    overwrite(changed(entry(2)));

    assertThatThrownBy(() -> handler.run(Codec.mapper().readTree("{}")))
        .isInstanceOf(BrokenChainException.class);
    assertThat(heads.all()).extracting(SignedHead::log).containsExactly(AuditLog.INSTALLATION);
  }

  @Test
  void withoutAKeyNothingIsSigned() throws Exception {
    var without = new SignHandler(new SignHeads(store, heads, Optional.empty(), clock));
    assertThat(without.run(Codec.mapper().readTree("{}"))).isEqualTo(new SignHeads.Signed(0));
  }

  private SignHeads.Signed brought() throws Exception {
    var event =
        """
        {"Records":[
          {"eventName":"MODIFY","dynamodb":{"Keys":{"pk":{"S":"project/shop"},"sk":{"S":"HEAD"}}}},
          {"eventName":"MODIFY","dynamodb":{"Keys":{"pk":{"S":"project/shop"},"sk":{"S":"HEAD"}}}}
        ]}
        """;
    return handler.run(Codec.mapper().readTree(event));
  }

  private void refused(String why) {
    int before = heads.all().size();
    assertThatThrownBy(this::brought)
        .isInstanceOf(BrokenChainException.class)
        .hasMessageContaining(why);
    assertThat(heads.all()).hasSize(before);
  }

  private void remember(AuditLog log, int entries) {
    for (int i = 0; i < entries; i++) {
      store.transact(
          state -> {
            state.audit(Chains.note(log, "Said."));
            return true;
          });
    }
  }

  private AuditEntry entry(int number) {
    return store.read(key(number)).orElseThrow();
  }

  private static AuditEntry changed(AuditEntry entry) {
    return new AuditEntry(
        entry.log(),
        entry.number(),
        entry.at(),
        "bob",
        entry.from(),
        entry.action(),
        entry.subject(),
        entry.digest(),
        entry.text(),
        entry.previous(),
        entry.hash());
  }

  private void overwrite(AuditEntry entry) {
    put(key(entry.number()), entry);
  }

  private void head(AuditHead head) {
    put(AuditKeys.auditHead(LOG), head);
  }

  private <T> void put(Key<T> key, T value) {
    store.transact(
        state -> {
          state.get(key);
          state.put(key, value);
          return true;
        });
  }

  private void delete(int number) {
    store.transact(
        state -> {
          state.delete(key(number));
          return List.of();
        });
  }

  private static Key<AuditEntry> key(int number) {
    return new Key<>(Table.AUDIT, LOG.value(), AuditKeys.auditCursor(number), AuditEntry.class);
  }
}
