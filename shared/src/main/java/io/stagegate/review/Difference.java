package io.stagegate.review;

import org.jspecify.annotations.Nullable;

/**
 * One line of what changes inside of a value.
 *
 * @param place where in a structure, such as {@code Statement[0].Action}; empty for a line of text
 * @param before what goes; null where nothing does
 * @param after what comes; null where nothing does
 * @param note what is to be said beside values; empty where they say it
 */
record Difference(String place, @Nullable String before, @Nullable String after, String note) {

  static Difference of(String place, @Nullable String before, @Nullable String after) {
    return new Difference(place, before, after, "");
  }

  static Difference note(String place, String note) {
    return new Difference(place, null, null, note);
  }

  /** The same with values of at most so many characters, around where they differ. */
  Difference within(int most) {
    String at = Excerpt.cut(place, most);
    if (before != null && after != null) {
      Excerpt.Both both = Excerpt.of(before, after, most);
      return new Difference(at, both.before(), both.after(), note);
    }
    return new Difference(
        at,
        before == null ? null : Excerpt.cut(before, most),
        after == null ? null : Excerpt.cut(after, most),
        note);
  }

  /** As one line, beginning with {@code -}, {@code +} or {@code ~}. */
  @Override
  public String toString() {
    String name = place.isEmpty() ? "" : place + ": ";
    if (before != null && after != null) {
      return "~ " + name + before + " -> " + after;
    } else if (before != null) {
      return "- " + name + before;
    } else if (after != null) {
      return "+ " + name + after;
    }
    return (place.isEmpty() ? "" : "~ ") + name + note;
  }
}
