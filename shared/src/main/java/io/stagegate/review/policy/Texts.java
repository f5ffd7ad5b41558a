package io.stagegate.review.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Values of a policy as text. */
public final class Texts {
  private static final int MOST = 5;

  private Texts() {}

  /** A list's members; anything else is the only member of a list. */
  static List<JsonNode> list(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).toList()
        : List.of(node);
  }

  static String show(JsonNode node) {
    return node.isValueNode() ? node.asText() : node.toString();
  }

  /** {@code a, b, c, d, e and 2 more}. */
  public static String list(List<String> texts) {
    String shown = String.join(", ", texts.subList(0, Math.min(MOST, texts.size())));
    int rest = texts.size() - MOST;
    return rest > 0 ? shown + " and " + rest + " more" : shown;
  }
}
