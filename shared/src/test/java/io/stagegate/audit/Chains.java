package io.stagegate.audit;

import io.stagegate.model.Channel;
import io.stagegate.model.Origin;
import io.stagegate.model.ProjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chains for tests. */
public final class Chains {
  public static final AuditLog SHOP = AuditLog.of(new ProjectId("shop"));
  public static final Instant NOW = Instant.parse("2026-11-23T10:00:00.125Z");

  private Chains() {}

  public static AuditNote note(AuditLog log, String text) {
    return new AuditNote(
        log,
        NOW,
        "ada",
        new Origin(Channel.CONSOLE, "192.0.2.7"),
        "release.approved",
        "release/7",
        "sha256:ab",
        text);
  }

  /** A chain of so many entries; each says its number. */
  public static List<AuditEntry> of(AuditLog log, int entries) {
    var chain = new ArrayList<AuditEntry>();
    for (int number = 1; number <= entries; number++) {
      chain.add(next(chain, note(log, "Said " + number + " \"so\".")));
    }
    return chain;
  }

  /** The entry that a note makes at a chain's end. */
  public static AuditEntry next(List<AuditEntry> chain, AuditNote note) {
    return AuditEntry.after(
        chain.isEmpty() ? Optional.empty() : Optional.of(chain.getLast().head()), note);
  }
}
