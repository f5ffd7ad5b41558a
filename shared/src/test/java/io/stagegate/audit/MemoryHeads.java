package io.stagegate.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Signed heads in memory. */
public final class MemoryHeads implements Heads {
  private final List<SignedHead> kept = new ArrayList<>();

  @Override
  public Optional<SignedHead> last(AuditLog log) {
    return kept.stream()
        .filter(head -> head.log().equals(log))
        .max(Comparator.comparing(SignedHead::number));
  }

  @Override
  public void keep(SignedHead head) {
    if (kept.stream().noneMatch(k -> k.log().equals(head.log()) && k.number() == head.number())) {
      kept.add(head);
    }
  }

  /** All that were kept, in order. */
  public List<SignedHead> all() {
    return List.copyOf(kept);
  }
}
