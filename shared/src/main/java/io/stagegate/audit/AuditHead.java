package io.stagegate.audit;

import java.time.Instant;

/**
 * Where a chain is: its last entry.
 *
 * @param at when that entry was written
 */
public record AuditHead(AuditLog log, int number, String hash, Instant at) {
  /** What stands in the first entry for the hash of the one before. */
  public static final String BEGINNING = "0".repeat(64);
}
