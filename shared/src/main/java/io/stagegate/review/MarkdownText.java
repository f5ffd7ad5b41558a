package io.stagegate.review;

/** Makes text harmless in Markdown: no markup, no HTML, no mention, no link comes from it. */
final class MarkdownText {
  private MarkdownText() {}

  static String text(String text) {
    StringBuilder out = new StringBuilder();
    Values.printable(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                // A word joiner keeps the sign and takes the mention from it.
                case '@' -> out.append("@\u2060");
                case '\\', '`', '*', '_', '[', ']', '|', '#', '~', '!' ->
                    out.append('\\').appendCodePoint(c);
                default -> out.appendCodePoint(c);
              }
            });
    return out.toString().replace("://", ":\u2060//");
  }

  /** The beginning of a text, so that no more characters come of it. */
  static String within(String text, int most) {
    String harmless = text(text);
    for (int kept = most; harmless.length() > most; kept = kept * 2 / 3) {
      harmless = text(Excerpt.cut(text, kept));
    }
    return harmless;
  }

  static String code(String text) {
    String clean = Values.printable(text).replace('`', 'ˋ');
    return "`" + (clean.isBlank() ? "(empty)" : clean) + "`";
  }
}
