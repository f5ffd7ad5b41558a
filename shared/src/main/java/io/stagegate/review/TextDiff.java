package io.stagegate.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.List;

/** Compares text by lines. */
final class TextDiff {
  /** Beyond so many pairs of lines the shortest way from one to the other is not looked for. */
  private static final long MOST_PAIRS = 4_000_000;

  private TextDiff() {}

  /** Adds what goes as {@code - line} and what comes as {@code + line}. */
  static void compare(String before, String after, DiffLines lines) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    if ((long) old.size() * now.size() <= MOST_PAIRS) {
      for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
        add("- ", delta.getSource().getLines(), lines);
        add("+ ", delta.getTarget().getLines(), lines);
      }
      return;
    }
    Leftovers<String> left = Leftovers.of(old, now);
    if (left.none()) {
      lines.add(() -> "~ the order of the lines changes");
    }
    add("- ", left.before(), lines);
    add("+ ", left.after(), lines);
  }

  private static void add(String sign, List<String> texts, DiffLines lines) {
    texts.forEach(line -> lines.add(() -> sign + line));
  }
}
