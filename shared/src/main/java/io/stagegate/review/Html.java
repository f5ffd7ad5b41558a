package io.stagegate.review;

/** Escapes text for HTML, in elements and in quoted attributes. */
final class Html {
  private Html() {}

  static String text(String text) {
    return escape(Values.printable(text));
  }

  /** How many bytes it will be on the wire. */
  static int bytes(CharSequence text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }

  /** Like text, with line breaks kept. */
  static String block(String text) {
    StringBuilder out = new StringBuilder();
    String separator = "";
    for (String line : text.split("\n", -1)) {
      out.append(separator).append(escape(Values.printable(line)));
      separator = "<br>";
    }
    return out.toString();
  }

  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
