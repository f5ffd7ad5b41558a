package io.stagegate.audit;

import io.stagegate.model.Origin;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a chain. Its hash is over {@link #body}, which holds the hash of the entry before:
 * so none can be changed, taken out or put in without changing every one that follows.
 *
 * @param number from 1, without gaps
 * @param previous the hash of the entry before; {@link AuditHead#BEGINNING} for the first
 * @param hash SHA-256 of the body in UTF-8, in small hexadecimal digits
 */
public record AuditEntry(
    AuditLog log,
    int number,
    Instant at,
    String actor,
    Origin from,
    String action,
    String subject,
    @Nullable String digest,
    String text,
    String previous,
    String hash) {

  /** The entry that follows a chain's last one, or is its first. */
  public static AuditEntry after(Optional<AuditHead> head, AuditNote note) {
    int number = head.map(AuditHead::number).orElse(0) + 1;
    var previous = head.map(AuditHead::hash).orElse(AuditHead.BEGINNING);
    var unsealed =
        new AuditEntry(
            note.log(),
            number,
            note.at(),
            note.actor(),
            note.from(),
            note.action(),
            note.subject(),
            note.digest(),
            note.text(),
            previous,
            "");
    return unsealed.sealed(Hash.of(unsealed.body()));
  }

  private AuditEntry sealed(String seal) {
    return new AuditEntry(
        log, number, at, actor, from, action, subject, digest, text, previous, seal);
  }

  /** What the hash is over: this entry as a JSON object without its hash, version 1. */
  public String body() {
    return new JsonLine("entry")
        .text("log", log.value())
        .number("number", number)
        .text("at", at.toString())
        .text("actor", actor)
        .text("channel", from.channel().name())
        .text("address", from.address())
        .text("action", action)
        .text("subject", subject)
        .text("digest", digest)
        .text("text", text)
        .text("previous", previous)
        .end();
  }

  /** The line of an export: the body, with the hash as its last member. */
  public String line() {
    return JsonLine.sealed(body(), AuditChain.HASH, hash);
  }

  /** Where the chain is with this entry. */
  public AuditHead head() {
    return new AuditHead(log, number, hash, at);
  }

  /** What checking the chain takes of it. */
  public AuditChain.Link link() {
    return new AuditChain.Link(log, number, previous, hash, Hash.of(body()));
  }

  /** Whether whoever reads the log must see it first. */
  public boolean loud() {
    return AuditNote.loud(action);
  }
}
