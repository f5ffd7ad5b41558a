package io.stagegate.functions.audit;

import io.stagegate.audit.AuditChain;
import io.stagegate.audit.AuditEntry;
import io.stagegate.audit.AuditHead;
import io.stagegate.audit.AuditLog;
import io.stagegate.audit.Heads;
import io.stagegate.audit.SignedHead;
import io.stagegate.model.Project;
import io.stagegate.store.AuditKeys;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Signs where a chain is, if it goes on from where it was signed last: each entry since then must
 * follow the one before. A history that was written anew is never signed.
 */
final class SignHeads {
  private static final int PAGE = 200;

  private final Store store;
  private final Heads heads;
  private final Optional<SignedHead.Signer> signer;
  private final Clock clock;

  /** How many heads were signed. */
  record Signed(int heads) {}

  @Inject
  SignHeads(Store store, Heads heads, Optional<SignedHead.Signer> signer, Clock clock) {
    this.store = store;
    this.heads = heads;
    this.signer = signer;
    this.clock = clock;
  }

  /** All chains there are: finds what the stream gave up on. */
  Signed signAll() {
    List<AuditLog> logs = new ArrayList<>(List.of(AuditLog.INSTALLATION));
    String cursor = null;
    do {
      Store.Page<Project> page = store.list(Keys.projects(), PAGE, cursor);
      page.items().forEach(project -> logs.add(AuditLog.of(project.id())));
      cursor = page.cursor();
    } while (cursor != null);
    return sign(logs);
  }

  /** One that can't be signed doesn't keep the others from it; it is thrown then. */
  Signed sign(Collection<AuditLog> logs) {
    if (signer.isEmpty()) {
      return new Signed(0);
    }
    List<RuntimeException> failures = new ArrayList<>();
    int signed = 0;
    for (var log : logs) {
      try {
        signed += sign(log, signer.get()) ? 1 : 0;
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      var first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
    return new Signed(signed);
  }

  private boolean sign(AuditLog log, SignedHead.Signer key) {
    var last = heads.last(log);
    var head = store.read(AuditKeys.auditHead(log));
    if (last.isPresent()) {
      requireStillThere(last.get(), head);
    }
    if (head.isEmpty() || last.filter(l -> l.number() == head.get().number()).isPresent()) {
      return false;
    }
    requireWhole(last, head.get());
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    heads.keep(SignedHead.of(head.get(), now, key));
    return true;
  }

  /** The head is read after what was signed, so it can't be behind it. */
  private void requireStillThere(SignedHead last, Optional<AuditHead> head) {
    if (head.isEmpty() || head.get().number() < last.number()) {
      throw new BrokenChainException(
          "%s ends before entry %d, which was signed at %s"
              .formatted(last.log(), last.number(), last.signedAt()));
    }
    var there =
        store
            .list(
                AuditKeys.auditEntries(last.log(), false),
                1,
                AuditKeys.auditCursor(last.number() - 1))
            .items();
    boolean same =
        there.size() == 1
            && there.getFirst().number() == last.number()
            && there.getFirst().hash().equals(last.hash())
            && there.getFirst().link().actual().equals(last.hash());
    if (!same) {
      throw new BrokenChainException(
          "entry %d of %s is not the one that was signed at %s"
              .formatted(last.number(), last.log(), last.signedAt()));
    }
  }

  private void requireWhole(Optional<SignedHead> last, AuditHead head) {
    int number = last.map(SignedHead::number).orElse(0);
    var before = last.map(SignedHead::hash).orElse(AuditHead.BEGINNING);
    String cursor = AuditKeys.auditCursor(number);
    while (number < head.number()) {
      var page = store.list(AuditKeys.auditEntries(head.log(), false), PAGE, cursor);
      for (AuditEntry entry : page.items()) {
        if (number < head.number()) {
          number++;
          requireNext(entry.link(), number, before);
          before = entry.hash();
        }
      }
      cursor = page.cursor();
      if (cursor == null) {
        break;
      }
    }
    if (number != head.number() || !before.equals(head.hash())) {
      throw new BrokenChainException(
          "%s does not end as its head says, at entry %d".formatted(head.log(), head.number()));
    }
  }

  private static void requireNext(AuditChain.Link link, int number, String before) {
    if (link.number() != number
        || !link.previous().equals(before)
        || !link.hash().equals(link.actual())) {
      throw new BrokenChainException(
          "entry %d of %s does not follow the one before".formatted(number, link.log()));
    }
  }
}
