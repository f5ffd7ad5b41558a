package io.stagegate.slack;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Text from outside inside Slack's <a
 * href="https://docs.slack.dev/messaging/formatting-message-text">mrkdwn</a>: it shows as it is,
 * and mentions, links to, or formats nothing.
 */
public final class Mrkdwn {
  private static final char WORD_JOINER = '\u2060';
  private static final String CUT = "…";
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Mrkdwn() {}

  /**
   * Escapes one line of text. Mentions and links are made by {@code <}, which is escaped; a word
   * joiner takes from {@code @}, and from what would begin bold, italic, struck or code text, its
   * meaning. Line breaks become spaces, as a new line would begin a quote or look like Stagegate's
   * own; signs that turn the direction of text go.
   */
  public static String escape(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    var before = new int[] {' '};
    text.codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(c -> !(c == ' ' && before[0] == ' ' && !escaped.isEmpty()))
        .filter(Mrkdwn::shows)
        .forEach(
            c -> {
              append(escaped, c, before[0]);
              before[0] = c;
            });
    return escaped.toString().strip();
  }

  /**
   * An instant, which Slack shows in its reader's own time zone (<a
   * href="https://docs.slack.dev/messaging/formatting-message-text#date-formatting">date
   * formatting</a>), and in UTC where it can't.
   */
  public static String time(Instant at) {
    return "<!date^%d^{date_short_pretty} {time}|%s>"
        .formatted(at.getEpochSecond(), UTC.format(at));
  }

  /** Cuts escaped text, so that no escape is cut in two. */
  public static String cut(String escaped, int most) {
    if (escaped.length() <= most) {
      return escaped;
    }
    int end = most - CUT.length();
    int entity = escaped.lastIndexOf('&', end - 1);
    if (entity >= 0 && escaped.indexOf(';', entity) >= end) {
      end = entity;
    }
    if (end > 0 && Character.isHighSurrogate(escaped.charAt(end - 1))) {
      end--;
    }
    return escaped.substring(0, end).stripTrailing() + CUT;
  }

  private static void append(StringBuilder to, int c, int before) {
    switch (c) {
      case '&' -> to.append("&amp;");
      case '<' -> to.append("&lt;");
      case '>' -> to.append("&gt;");
      case '@' -> to.append('@').append(WORD_JOINER);
      case '*', '_', '~', '`' -> {
        if (!Character.isLetterOrDigit(before)) {
          to.append(WORD_JOINER);
        }
        to.appendCodePoint(c);
      }
      default -> to.appendCodePoint(c);
    }
  }

  private static boolean shows(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }
}
