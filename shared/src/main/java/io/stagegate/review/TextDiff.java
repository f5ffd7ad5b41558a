package io.stagegate.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.List;

/** Compares text by lines. */
final class TextDiff {
  private TextDiff() {}

  /** Adds what goes as {@code - line} and what comes as {@code + line}. */
  static void compare(String before, String after, List<String> lines) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
      delta.getSource().getLines().forEach(line -> lines.add("- " + line));
      delta.getTarget().getLines().forEach(line -> lines.add("+ " + line));
    }
  }
}
