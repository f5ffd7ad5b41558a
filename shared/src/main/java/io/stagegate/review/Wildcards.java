package io.stagegate.review;

/** IAM's wildcards: {@code *} for any text, {@code ?} for any one character. */
final class Wildcards {
  private Wildcards() {}

  /** True where everything that {@code inner} matches is matched by {@code outer} too. */
  static boolean covers(String outer, String inner) {
    int o = 0;
    int i = 0;
    int star = -1;
    int mark = 0;
    while (i < inner.length()) {
      // A star of the inner pattern is matched only by a star of the outer one.
      char c = inner.charAt(i);
      if (o < outer.length() && outer.charAt(o) == '*') {
        star = o++;
        mark = i;
      } else if (o < outer.length()
          && (outer.charAt(o) == c || outer.charAt(o) == '?' && c != '*')) {
        o++;
        i++;
      } else if (star >= 0) {
        o = star + 1;
        i = ++mark;
      } else {
        return false;
      }
    }
    while (o < outer.length() && outer.charAt(o) == '*') {
      o++;
    }
    return o == outer.length();
  }
}
