package io.stagegate.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token that stands for its owner in calls of the API. The token itself is nowhere, only its
 * hash.
 *
 * @param hash SHA-256 of the token, in hexadecimal digits
 * @param name what its owner calls it, 1 to 60 characters
 * @param scopes what it is for, at least one
 * @param lastUsedAt exact to an hour; null before the first use
 */
public record PersonalToken(
    String hash,
    Login owner,
    String name,
    Set<Scope> scopes,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt) {
  public static final int MOST_DAYS = 365;
  public static final int USUAL_DAYS = 90;

  private static final int LONGEST_NAME = 60;
  private static final int ID_DIGITS = 12;
  private static final Duration USE_NOTED_EVERY = Duration.ofHours(1);

  public PersonalToken {
    scopes = Set.copyOf(scopes);
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a token's name has 1 to " + LONGEST_NAME + " characters");
    }
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("a token has a scope at least");
    }
    if (expiresAt.isAfter(createdAt.plus(Duration.ofDays(MOST_DAYS)))) {
      throw new IllegalArgumentException("a token lasts at most " + MOST_DAYS + " days");
    }
  }

  /** What its owner calls it by to revoke it: the hash's first digits, of no use as a token. */
  public String id() {
    return hash.substring(0, ID_DIGITS);
  }

  public boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Whether a use now is worth writing down. */
  public boolean notesUse(Instant now) {
    return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(USE_NOTED_EVERY));
  }

  public PersonalToken used(Instant now) {
    return new PersonalToken(hash, owner, name, scopes, createdAt, expiresAt, now);
  }
}
