package io.stagegate.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object on one line, always the same for the same members: in their order, without spaces,
 * with only those characters escaped that JSON wants escaped. Hashes and signatures are over these
 * very bytes, so they must not change with a library's version: that is why it is written out here.
 */
final class JsonLine {
  /** The format's version. Older lines stay as they are: their hashes are over them. */
  static final int VERSION = 1;

  private final StringBuilder line = new StringBuilder(400);

  JsonLine(String kind) {
    line.append("{\"kind\":");
    quoted(kind);
    number("version", VERSION);
  }

  JsonLine text(String name, @Nullable String value) {
    member(name);
    if (value == null) {
      line.append("null");
    } else {
      quoted(value);
    }
    return this;
  }

  JsonLine number(String name, int value) {
    member(name);
    line.append(value);
    return this;
  }

  String end() {
    return line + "}";
  }

  /** The same object with one more member. */
  static String sealed(String object, String name, String value) {
    return object.substring(0, object.length() - 1) + ",\"" + name + "\":\"" + value + "\"}";
  }

  private void member(String name) {
    line.append(",\"").append(name).append("\":");
  }

  private void quoted(String text) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\').append(c);
      } else if (c < ' ') {
        line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        line.append(c);
      }
    }
    line.append('"');
  }
}
