package io.stagegate.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.List;

/** Compares text by lines. */
final class TextDiff {
  /** Beyond so many pairs of lines the shortest way from one to the other is not looked for. */
  private static final long MOST_PAIRS = 4_000_000;

  private TextDiff() {}

  /** Adds each line that goes, and each that comes. */
  static void compare(String before, String after, DiffLines lines) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    if ((long) old.size() * now.size() <= MOST_PAIRS) {
      for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
        gone(delta.getSource().getLines(), lines);
        come(delta.getTarget().getLines(), lines);
      }
      return;
    }
    Leftovers<String> left = Leftovers.of(old, now);
    if (left.none()) {
      lines.add(() -> Difference.note("", "~ the order of the lines changes"));
    }
    gone(left.before(), lines);
    come(left.after(), lines);
  }

  private static void gone(List<String> texts, DiffLines lines) {
    texts.forEach(line -> lines.add(() -> Difference.of("", line, null)));
  }

  private static void come(List<String> texts, DiffLines lines) {
    texts.forEach(line -> lines.add(() -> Difference.of("", null, line)));
  }
}
