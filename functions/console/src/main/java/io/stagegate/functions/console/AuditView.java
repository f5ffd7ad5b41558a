package io.stagegate.functions.console;

import io.stagegate.audit.AuditEntry;
import io.stagegate.model.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log, as the API shows it. */
record AuditView(
    int number,
    Instant at,
    String actor,
    Channel channel,
    String address,
    String action,
    String subject,
    @Nullable String digest,
    String text,
    String hash) {

  static AuditView of(AuditEntry entry) {
    return new AuditView(
        entry.number(),
        entry.at(),
        entry.actor(),
        entry.from().channel(),
        entry.from().address(),
        entry.action(),
        entry.subject(),
        entry.digest(),
        entry.text(),
        entry.hash());
  }
}
