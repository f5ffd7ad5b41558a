package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** How a property's values are put into words. */
final class Values {
  private Values() {}

  /** The value before, or a word for its absence. */
  static String before(PropertyChange property) {
    return value(property.before(), property, PropertyKind.ADD);
  }

  static String after(PropertyChange property) {
    return value(property.after(), property, PropertyKind.REMOVE);
  }

  private static String value(
      @Nullable String value, PropertyChange property, PropertyKind absentWhen) {
    if (value == null) {
      if (property.change() == absentWhen) {
        return "(none)";
      }
      return property.known() ? "(not told)" : Marker.SHOWN;
    }
    return value.isEmpty() ? "(empty)" : value;
  }

  /** True where only the deployment decides what it is. */
  static boolean unknown(JsonNode value) {
    if (value.isTextual()) {
      return Marker.unknown(value.asText()) || value.asText().startsWith("${");
    }
    return value.isObject() && value.size() == 1 && function(value.fieldNames().next());
  }

  private static boolean function(String name) {
    return name.equals("Ref") || name.startsWith("Fn::");
  }

  /** Cut in the middle of nothing: at most so many characters, with a sign that there was more. */
  static String cut(String value, int most) {
    if (value.codePointCount(0, value.length()) <= most) {
      return value;
    }
    return value.substring(0, value.offsetByCodePoints(0, most - 1)) + "…";
  }

  /** Control characters, which could repaint a terminal, as visible signs. */
  static String printable(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\t') {
                out.append(c == '\n' ? "⏎" : " ");
              } else if (Character.isISOControl(c) || unseen(Character.getType(c))) {
                out.append('�');
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** What steers the text around it, and half of a character. */
  private static boolean unseen(int type) {
    return type == Character.FORMAT || type == Character.SURROGATE;
  }
}
