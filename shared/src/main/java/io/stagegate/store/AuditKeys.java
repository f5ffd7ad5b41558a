package io.stagegate.store;

import io.stagegate.audit.AuditEntry;
import io.stagegate.audit.AuditHead;
import io.stagegate.audit.AuditLog;
import io.stagegate.model.Login;
import io.stagegate.model.ProjectId;
import java.util.Locale;

/** Where the audit log lies, and what keeps it short; {@link Keys} has the plan. */
public final class AuditKeys {
  private static final String AUDIT_ENTRY = "ENTRY#";

  private AuditKeys() {}

  /** That it is remembered that somebody tried to decide on a release who may not. */
  public static Key<Refusal> refused(ProjectId id, int release, Login login) {
    return new Key<>(Keys.of(id), "REFUSED#" + Keys.padded(release) + "#" + login, Refusal.class);
  }

  /** Where a chain of the audit log is. */
  public static Key<AuditHead> auditHead(AuditLog log) {
    return new Key<>(Table.AUDIT, log.value(), "HEAD", AuditHead.class);
  }

  static Key<AuditEntry> auditEntry(AuditEntry entry) {
    return new Key<>(
        Table.AUDIT, entry.log().value(), auditCursor(entry.number()), AuditEntry.class);
  }

  /** Where in a listing of a chain's entries the one of that number lies. */
  public static String auditCursor(int number) {
    return AUDIT_ENTRY + String.format(Locale.ROOT, "%09d", number);
  }

  /** A chain's entries. */
  public static Listing<AuditEntry> auditEntries(AuditLog log, boolean newestFirst) {
    return new Listing<>(Table.AUDIT, log.value(), AUDIT_ENTRY, newestFirst, AuditEntry.class);
  }
}
