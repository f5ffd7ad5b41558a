package io.stagegate.review;

/**
 * A value that stands behind a name in a script, an address or a configuration.
 *
 * @param written all of it, with its quotes
 * @param bare without them
 * @param quote what it begins and ends with; empty where it is not quoted
 * @param end where the text goes on
 */
record Assigned(String written, String bare, String quote, int end) {
  private static final String ENDS = "&;,{}[]()";

  /** The value that begins at a position. */
  static Assigned at(String text, int from) {
    int quoted = from;
    while (quoted < text.length() && text.charAt(quoted) == '\\') {
      quoted++;
    }
    if (quoted < text.length() && "\"'".indexOf(text.charAt(quoted)) >= 0) {
      return quoted(text, from, text.substring(from, quoted + 1));
    }
    int end = from;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && (ENDS.indexOf(text.charAt(end)) < 0 || reference(text, from))) {
      end++;
    }
    String bare = text.substring(from, end);
    return new Assigned(bare, bare, "", end);
  }

  /** As it is shown. */
  String hidden() {
    return bare.isEmpty() ? written : quote + Masking.HIDDEN + quote;
  }

  /** Up to the same quote again; to the end of the line where it is not closed. */
  private static Assigned quoted(String text, int from, String quote) {
    char sign = quote.charAt(quote.length() - 1);
    int at = from + quote.length();
    int begin = at;
    int slashes = 0;
    while (at < text.length() && text.charAt(at) != '\n') {
      char c = text.charAt(at);
      boolean doubled = sign == '\'' && at + 1 < text.length() && text.charAt(at + 1) == sign;
      if (c == sign && slashes < quote.length() && !doubled) {
        int end = at - slashes;
        return new Assigned(
            text.substring(from, at + 1), text.substring(begin, end), quote, at + 1);
      }
      at += c == sign && doubled ? 1 : 0;
      slashes = c == '\\' ? slashes + 1 : 0;
      at++;
    }
    return new Assigned(text.substring(from, at), text.substring(begin, at), quote, at);
  }

  private static boolean reference(String text, int from) {
    return text.startsWith("${", from) || text.startsWith("{{resolve:", from);
  }
}
