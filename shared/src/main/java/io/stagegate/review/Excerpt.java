package io.stagegate.review;

/** The part of long values that is worth showing, with how much of them is left out. */
final class Excerpt {
  /** So much of what both have in common stays readable before the difference. */
  private static final int LEAD = 24;

  private Excerpt() {}

  /** Two values, both within the limit. */
  record Both(String before, String after) {}

  /** The beginning of a value, and how many characters (Unicode's) follow. */
  static String cut(String value, int most) {
    int length = value.codePointCount(0, value.length());
    if (length <= most) {
      return value;
    }
    return value.substring(0, value.offsetByCodePoints(0, most))
        + "… ("
        + (length - most)
        + " more)";
  }

  /** The end of an id, which tells more than its beginning. */
  static String end(String id, int most) {
    int length = id.codePointCount(0, id.length());
    return length <= most ? id : "…" + id.substring(id.offsetByCodePoints(0, length - most + 1));
  }

  /** Both values; where they are longer than the limit, from shortly before they differ. */
  static Both of(String before, String after, int most) {
    int common = common(before, after);
    boolean seen = Math.max(before.length(), after.length()) <= most || common <= most / 2;
    if (seen) {
      return new Both(cut(before, most), cut(after, most));
    }
    int from = common - LEAD;
    if (Character.isLowSurrogate(before.charAt(from))) {
      from--;
    }
    return new Both(
        "…" + cut(before.substring(from), most), "…" + cut(after.substring(from), most));
  }

  private static int common(String before, String after) {
    int most = Math.min(before.length(), after.length());
    int common = 0;
    while (common < most && before.charAt(common) == after.charAt(common)) {
      common++;
    }
    return common;
  }
}
