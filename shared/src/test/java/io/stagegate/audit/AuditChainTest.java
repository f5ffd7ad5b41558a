package io.stagegate.audit;

import static io.stagegate.audit.AuditChain.Fault.BAD_SIGNATURE;
import static io.stagegate.audit.AuditChain.Fault.CHANGED;
import static io.stagegate.audit.AuditChain.Fault.FOREIGN;
import static io.stagegate.audit.AuditChain.Fault.MISSING;
import static io.stagegate.audit.AuditChain.Fault.NOT_AS_SIGNED;
import static io.stagegate.audit.AuditChain.Fault.OTHER_KEY;
import static io.stagegate.audit.AuditChain.Fault.OUT_OF_ORDER;
import static io.stagegate.audit.AuditChain.Fault.TRUNCATED;
import static io.stagegate.audit.AuditChain.Fault.TWICE;
import static io.stagegate.audit.AuditChain.Fault.UNSIGNED;
import static io.stagegate.audit.Chains.NOW;
import static io.stagegate.audit.Chains.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.audit.AuditChain.Fault;
import io.stagegate.audit.AuditChain.Verdict;
import io.stagegate.model.Channel;
import io.stagegate.model.Origin;
import io.stagegate.model.ProjectId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to tamper with a chain, and the link that is named for it. */
class AuditChainTest {
  private static final AuditLog OTHER = AuditLog.of(new ProjectId("other"));

  private final Keypair key = new Keypair();
  private final List<AuditEntry> chain = Chains.of(SHOP, 9);

  private SignedHead signed(int number) {
    return SignedHead.of(chain.get(number - 1).head(), NOW, key);
  }

  private static Verdict verify(List<AuditEntry> entries, SignedHead... heads) {
    return AuditChain.verify(
        entries.stream().map(AuditEntry::link).toList(), List.of(heads), Optional.empty());
  }

  private static void broken(Verdict verdict, int number, Fault fault) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Broken.class,
            broken -> {
              assertThat(broken.fault()).as(broken.sentence()).isEqualTo(fault);
              assertThat(broken.number()).as(broken.sentence()).isEqualTo(number);
              assertThat(broken.sentence()).contains(Integer.toString(number)).endsWith(".");
            });
  }

  @Test
  void aWholeChainIsWhole() {
    assertThat(verify(chain)).isEqualTo(new Verdict.Whole(9, null));
    assertThat(verify(chain, signed(3), signed(9), signed(5)))
        .isInstanceOfSatisfying(
            Verdict.Whole.class,
            whole -> assertThat(whole.signed()).extracting(SignedHead::number).isEqualTo(9));
    assertThat(verify(chain.subList(0, 1))).isEqualTo(new Verdict.Whole(1, null));
  }

  static Stream<UnaryOperator<AuditEntry>> changes() {
    return Stream.of(
        e -> copy(e, "bob", e.from(), e.action(), e.subject(), e.digest(), e.text()),
        e ->
            copy(
                e,
                e.actor(),
                new Origin(Channel.API, "192.0.2.7"),
                e.action(),
                e.subject(),
                e.digest(),
                e.text()),
        e ->
            copy(
                e,
                e.actor(),
                new Origin(Channel.CONSOLE, "192.0.2.8"),
                e.action(),
                e.subject(),
                e.digest(),
                e.text()),
        e -> copy(e, e.actor(), e.from(), "release.rejected", e.subject(), e.digest(), e.text()),
        e -> copy(e, e.actor(), e.from(), e.action(), "release/8", e.digest(), e.text()),
        e -> copy(e, e.actor(), e.from(), e.action(), e.subject(), "sha256:cd", e.text()),
        e -> copy(e, e.actor(), e.from(), e.action(), e.subject(), null, e.text()),
        e -> copy(e, e.actor(), e.from(), e.action(), e.subject(), e.digest(), e.text() + " "),
        e ->
            new AuditEntry(
                e.log(),
                e.number(),
                e.at().plusMillis(1),
                e.actor(),
                e.from(),
                e.action(),
                e.subject(),
                e.digest(),
                e.text(),
                e.previous(),
                e.hash()),
        e ->
            new AuditEntry(
                e.log(),
                e.number(),
                e.at(),
                e.actor(),
                e.from(),
                e.action(),
                e.subject(),
                e.digest(),
                e.text(),
                "1".repeat(64),
                e.hash()),
        e ->
            new AuditEntry(
                e.log(),
                e.number(),
                e.at(),
                e.actor(),
                e.from(),
                e.action(),
                e.subject(),
                e.digest(),
                e.text(),
                e.previous(),
                "1".repeat(64)));
  }

  private static AuditEntry copy(
      AuditEntry e,
      String actor,
      Origin from,
      String action,
      String subject,
      @org.jspecify.annotations.Nullable String digest,
      String text) {
    return new AuditEntry(
        e.log(),
        e.number(),
        e.at(),
        actor,
        from,
        action,
        subject,
        digest,
        text,
        e.previous(),
        e.hash());
  }

  @ParameterizedTest
  @MethodSource("changes")
  void anEntryThatWasChangedIsNamed(UnaryOperator<AuditEntry> change) {
    for (int number = 1; number <= 9; number++) {
      var tampered = new ArrayList<>(chain);
      tampered.set(number - 1, change.apply(chain.get(number - 1)));
      broken(verify(tampered), number, CHANGED);
    }
  }

  @Test
  void anEntryWhoseHashWasMadeToFitIsNamedByTheNextOne() {
    var tampered = new ArrayList<>(chain);
    tampered.set(3, Chains.next(chain.subList(0, 3), Chains.note(SHOP, "Never said.")));
    broken(verify(tampered), 5, CHANGED);
    broken(verify(tampered, signed(4)), 4, NOT_AS_SIGNED);
  }

  @Test
  void aFirstEntryThatBeginsNothingIsNamed() {
    var second = chain.get(1);
    var tampered =
        AuditEntry.after(
            Optional.of(new AuditHead(SHOP, 0, second.hash(), NOW)), Chains.note(SHOP, "First."));
    broken(verify(List.of(tampered)), 1, CHANGED);
  }

  @Test
  void aMissingEntryIsNamed() {
    for (int number = 1; number < 9; number++) {
      var tampered = new ArrayList<>(chain);
      tampered.remove(number - 1);
      broken(verify(tampered, signed(9)), number, MISSING);
    }
  }

  @Test
  void entriesInAnotherOrderAreNamed() {
    var tampered = new ArrayList<>(chain);
    Collections.swap(tampered, 2, 6);
    broken(verify(tampered, signed(9)), 3, OUT_OF_ORDER);
  }

  @Test
  void anEntryThatComesTwiceIsNamed() {
    var tampered = new ArrayList<>(chain);
    tampered.add(6, chain.get(4));
    broken(verify(tampered, signed(9)), 5, TWICE);
  }

  @Test
  void anotherChainsEntryIsNamed() {
    var tampered = new ArrayList<>(chain);
    tampered.set(4, Chains.of(OTHER, 5).getLast());
    broken(verify(tampered), 5, FOREIGN);
    broken(verify(Chains.of(OTHER, 9), signed(9)), 1, FOREIGN);
    var foreign = SignedHead.of(Chains.of(OTHER, 9).getLast().head(), NOW, key);
    broken(verify(chain, signed(8), foreign), 9, FOREIGN);
  }

  @Test
  void whatIsCutOffBeforeASignedHeadIsNamed() {
    broken(verify(chain.subList(0, 6), signed(9)), 7, TRUNCATED);
    broken(verify(chain.subList(0, 6), signed(6), signed(7)), 7, TRUNCATED);
    assertThat(verify(chain, signed(6))).isInstanceOf(Verdict.Whole.class);
  }

  @Test
  void aChainThatWasWrittenAnewDoesNotFitWhatWasSigned() {
    var forged = new ArrayList<>(chain.subList(0, 3));
    while (forged.size() < 9) {
      forged.add(Chains.next(forged, Chains.note(SHOP, "Forged.")));
    }
    assertThat(verify(forged)).isInstanceOf(Verdict.Whole.class);
    broken(verify(forged, signed(7)), 7, NOT_AS_SIGNED);
    broken(verify(forged, signed(3), signed(4), signed(7)), 4, NOT_AS_SIGNED);
  }

  @Test
  void anotherKeysSignatureIsNamed() {
    var forger = new Keypair();
    var forged = SignedHead.of(chain.getLast().head(), NOW, forger);
    var links = chain.stream().map(AuditEntry::link).toList();
    broken(AuditChain.verify(links, List.of(forged), Optional.of(key.publicKey())), 9, OTHER_KEY);
    assertThat(AuditChain.verify(links, List.of(signed(9)), Optional.of(key.publicKey())))
        .isInstanceOf(Verdict.Whole.class);
    broken(AuditChain.verify(links, List.of(), Optional.of(key.publicKey())), 9, UNSIGNED);
  }

  @Test
  void aSignatureThatDoesNotHoldIsNamed() {
    var head = signed(9);
    var later =
        new SignedHead(SHOP, 9, head.hash(), NOW.plusMillis(1), head.publicKey(), head.signature());
    broken(verify(chain, later), 9, BAD_SIGNATURE);
    for (String bad : List.of("", "AAAA", "no base64", signed(8).signature())) {
      broken(
          verify(chain, new SignedHead(SHOP, 9, head.hash(), NOW, head.publicKey(), bad)),
          9,
          BAD_SIGNATURE);
    }
    broken(
        verify(chain, new SignedHead(SHOP, 9, head.hash(), NOW, "AAAA", head.signature())),
        9,
        BAD_SIGNATURE);
    broken(
        verify(
            chain.subList(0, 4),
            new SignedHead(SHOP, 9, head.hash(), NOW, "AAAA", head.signature())),
        9,
        BAD_SIGNATURE);
  }
}
