package io.stagegate.local.slack;

import java.util.regex.Pattern;

/**
 * Shows mrkdwn as Slack does, as far as the page needs: links, dates, bold and code, and in a mark
 * what would notify people or name somebody.
 */
final class MrkdwnHtml {
  private static final Pattern SPECIAL = Pattern.compile("<([^<>]*)>");
  private static final Pattern BOLD = Pattern.compile("(?<![\\w\u2060])\\*([^*\n]+)\\*(?!\\w)");
  private static final Pattern CODE = Pattern.compile("(?<!\u2060)`([^`\n]+)`");

  private MrkdwnHtml() {}

  static String of(String text) {
    var html = new StringBuilder();
    var special = SPECIAL.matcher(text);
    int from = 0;
    while (special.find()) {
      html.append(quoted(text.substring(from, special.start()))).append(special(special.group(1)));
      from = special.end();
    }
    html.append(quoted(text.substring(from)));
    var bold = BOLD.matcher(html).replaceAll("<strong>$1</strong>");
    return CODE.matcher(bold).replaceAll("<code>$1</code>").replace("\n", "<br>\n");
  }

  private static String special(String inside) {
    int bar = inside.indexOf('|');
    var target = bar < 0 ? inside : inside.substring(0, bar);
    var label = bar < 0 ? inside : inside.substring(bar + 1);
    if (target.startsWith("!date^")) {
      return "<time>" + quoted(label) + "</time>";
    }
    return target.startsWith("!") || target.startsWith("@") || target.startsWith("#")
        ? "<mark>" + quoted(target) + "</mark>"
        : "<a href=\"" + quoted(target) + "\">" + quoted(label) + "</a>";
  }

  /** Slack's three escapes are HTML's too. */
  private static String quoted(String text) {
    return text.replace("\"", "&quot;");
  }
}
