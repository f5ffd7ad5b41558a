package io.stagegate.notice;

import java.util.Locale;

/**
 * Text from outside, for a place in a message: one line without what could pose as something else.
 * Each place still escapes it in its own way.
 */
public final class Plain {
  private Plain() {}

  /**
   * One line of at most so many characters. Control characters and those that turn or hide text
   * (Unicode's Cc, Cf, Zl and Zp) are taken out, and addresses are taken apart, for mail readers
   * make links of what looks like one.
   */
  public static String line(String text, int most) {
    var line =
        text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ")
            .replaceAll("[\\p{Cf}\\p{Co}\\p{Cs}]", "")
            .replace("://", ": //")
            .replaceAll("(?i)\\bwww\\.", "www ")
            .strip();
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }

  /** A word of an enum as people read it. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
