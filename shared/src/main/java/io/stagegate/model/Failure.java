package io.stagegate.model;

import org.jspecify.annotations.Nullable;

/**
 * The first thing that failed.
 *
 * @param what a plain sentence, fit to show
 * @param where the file with its line, the resource, or the step; null where that says nothing more
 */
public record Failure(String what, @Nullable String where) {
  private static final int LONGEST = 2_000;

  public Failure {
    what = what.length() <= LONGEST ? what : what.substring(0, LONGEST - 1) + "…";
  }
}
