package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;

/**
 * How much text the functions of one template may make together. A few lines can ask for gigabytes:
 * joins of joins, or JSON in JSON in JSON, whose quotes double with each level.
 */
final class TextBudget {
  private static final long CHARACTERS = 16L << 20;

  private long left = CHARACTERS;

  /** False where there is no room for so many more; then there is none for anything any more. */
  boolean takes(long characters) {
    left = left < 0 || characters > left ? -1 : left - characters;
    return left >= 0;
  }

  boolean takes(JsonNode value) {
    boolean room = takes(value.isTextual() ? value.asText().length() : 1);
    for (Iterator<JsonNode> each = value.elements(); room && each.hasNext(); ) {
      room = takes(each.next());
    }
    for (Iterator<String> name = value.fieldNames(); room && name.hasNext(); ) {
      room = takes(name.next().length());
    }
    return room;
  }
}
