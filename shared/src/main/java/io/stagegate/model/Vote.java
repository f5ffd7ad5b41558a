package io.stagegate.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person said on a review.
 *
 * @param by their login
 * @param comment empty where nothing
 * @param override whether they decided alone, as an admin, where others were asked for
 * @param from number of the release on which they said so, where that was carried over; null where
 *     they said it on this one
 */
public record Vote(
    String by,
    boolean approve,
    String comment,
    boolean override,
    Instant at,
    @Nullable Integer from) {

  /** Said on the release itself. */
  public Vote(String by, boolean approve, String comment, boolean override, Instant at) {
    this(by, approve, comment, override, at, null);
  }

  /** The same, carried over; it stays from where it was said first. */
  Vote carriedFrom(int release) {
    return new Vote(
        by, approve, comment, override, at, from == null ? Integer.valueOf(release) : from);
  }
}
