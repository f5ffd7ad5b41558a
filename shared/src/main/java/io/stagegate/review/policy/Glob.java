package io.stagegate.review.policy;

/**
 * IAM's wildcards: {@code *} for any text, {@code ?} for any one character.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">Using
 *     wildcards in resource ARNs</a>
 */
final class Glob {
  private Glob() {}

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

  /** True where some text is matched by both. */
  static boolean meet(String one, String other) {
    // meets[j]: whether the rest of one from i and the rest of other from j match a common text.
    boolean[] below = new boolean[other.length() + 1];
    for (int i = one.length(); i >= 0; i--) {
      boolean[] meets = new boolean[other.length() + 1];
      for (int j = other.length(); j >= 0; j--) {
        boolean oneEnds = i == one.length();
        boolean otherEnds = j == other.length();
        if (oneEnds && otherEnds) {
          meets[j] = true;
        } else if (!oneEnds && one.charAt(i) == '*') {
          meets[j] = below[j] || !otherEnds && meets[j + 1];
        } else if (!otherEnds && other.charAt(j) == '*') {
          meets[j] = meets[j + 1] || !oneEnds && below[j];
        } else {
          meets[j] = !oneEnds && !otherEnds && same(one.charAt(i), other.charAt(j)) && below[j + 1];
        }
      }
      below = meets;
    }
    return below[0];
  }

  private static boolean same(char a, char b) {
    return a == b || a == '?' || b == '?';
  }
}
