package io.stagegate.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of somebody who signs in.
 *
 * @param gitHubId GitHub's number of the account that signed in first; null until one did. A login
 *     may be given up on GitHub and taken by somebody else, its number may not
 * @param validFrom sessions and tokens made up to then count no more; {@link Instant#EPOCH} where
 *     none were ended
 */
public record Account(Login login, @Nullable Long gitHubId, Instant validFrom) {

  /** Somebody of whom nothing is remembered. */
  public static Account unknown(Login login) {
    return new Account(login, null, Instant.EPOCH);
  }

  /** Whether a session or token made then still counts. */
  public boolean honours(Instant madeAt) {
    return madeAt.isAfter(validFrom);
  }

  /** Whether the GitHub account of that number may be this person. */
  public boolean takes(long id) {
    return gitHubId == null || gitHubId == id;
  }

  public Account signedIn(long id) {
    return new Account(login, id, validFrom);
  }

  /** Ends all that was made so far. */
  public Account ended(Instant now) {
    return new Account(login, gitHubId, now);
  }

  /** The same, and the next GitHub account of that login is this person. */
  public Account forgotten(Instant now) {
    return new Account(login, null, now);
  }
}
