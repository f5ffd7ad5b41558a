package io.stagegate.review;

import java.util.List;

/** Compares text by lines: what stands between the common beginning and the common end. */
final class TextDiff {
  private TextDiff() {}

  static void compare(String before, String after, List<String> lines) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int start = 0;
    int shorter = Math.min(old.size(), now.size());
    while (start < shorter && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    old.subList(start, old.size() - end).forEach(line -> lines.add("- " + line));
    now.subList(start, now.size() - end).forEach(line -> lines.add("+ " + line));
  }
}
