package io.stagegate.audit;

import java.util.Optional;

/** Where signed heads are kept, apart from the chains. */
public interface Heads {
  /** The newest signed head of a chain; empty before the first. */
  Optional<SignedHead> last(AuditLog log);

  /** Keeps a signed head. One that is there already stays as it is. */
  void keep(SignedHead head);
}
