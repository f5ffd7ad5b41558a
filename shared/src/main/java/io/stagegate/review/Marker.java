package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/** CloudFormation's word for a value that it knows only after it has deployed. */
final class Marker {
  static final String KNOWN_AFTER_APPLY = "{{changeSet:KNOWN_AFTER_APPLY}}";
  static final String SHOWN = "(known after deployment)";

  private Marker() {}

  static boolean unknown(@Nullable String value) {
    return value != null
        && (value.contains("changeSet:KNOWN_AFTER_APPLY")
            || value.contains("(Truncated-Signature):"));
  }

  /** The value without the marker: null where nothing else is in it. */
  static @Nullable String shown(@Nullable String value) {
    if (value == null || value.equals(KNOWN_AFTER_APPLY) || value.startsWith("(Truncated-Sig")) {
      return null;
    }
    return value
        .replace(KNOWN_AFTER_APPLY, SHOWN)
        .replace("changeSet:KNOWN_AFTER_APPLY", "known after deployment");
  }

  /** The tree with words for the marker, and with trees for what is JSON in a text. */
  static JsonNode readable(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = Json.MAPPER.createObjectNode();
      node.properties().forEach(each -> object.set(each.getKey(), readable(each.getValue())));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = Json.MAPPER.createArrayNode();
      node.forEach(each -> array.add(readable(each)));
      return array;
    }
    if (!node.isTextual()) {
      return node;
    }
    JsonNode inner = Json.parse(node.asText());
    if (inner.isContainerNode()) {
      return readable(inner);
    }
    String shown = shown(node.asText());
    return TextNode.valueOf(shown == null ? SHOWN : shown);
  }
}
