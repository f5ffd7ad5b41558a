package io.stagegate.audit;

import io.stagegate.model.Event;
import io.stagegate.model.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is to be remembered, before it has its place in a chain.
 *
 * @param at exact to a millisecond
 * @param actor a login, or {@code stagegate}
 * @param action dotted, the subject first: {@code release.approved}, {@code member.changed}
 * @param subject what it is about: {@code release/7}, {@code member/ada}, {@code token/0123}
 * @param digest of the review that was acted on; null where it is about none
 * @param text one plain sentence, what somebody said included
 */
public record AuditNote(
    AuditLog log,
    Instant at,
    String actor,
    Origin from,
    String action,
    String subject,
    @Nullable String digest,
    String text) {
  /** An admin decided alone, where others were asked for. */
  public static final String OVERRIDDEN = "release.overridden";

  /** Somebody tried to decide who may not. */
  public static final String REFUSED = "release.refused";

  /** What is longer is cut; in characters. */
  public static final int LONGEST_TEXT = 4_000;

  private static final String CUT = " …";

  public AuditNote {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    text = inUtf8(text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + CUT);
  }

  /** Half a surrogate pair can't be stored: hashed as it is, it would not be found again. */
  private static String inUtf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** What people are told as an event, with where its actor came from. */
  public static AuditNote of(Event event, Origin from, @Nullable String digest) {
    return new AuditNote(
        AuditLog.of(event.project()),
        event.at(),
        event.actor(),
        from,
        event.type(),
        event.subject(),
        digest,
        event.text());
  }

  /** The same under another action. */
  public AuditNote as(String other) {
    return new AuditNote(log, at, actor, from, other, subject, digest, text);
  }

  /** Whether an admin decided alone: what whoever reads the log must see first. */
  public static boolean loud(String action) {
    return action.equals(OVERRIDDEN);
  }
}
