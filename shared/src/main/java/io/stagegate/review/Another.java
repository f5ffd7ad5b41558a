package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of a hidden value that it is another one now, which hiding both would hide too. */
final class Another {
  private static final String SUFFIX = " (another)";

  private Another() {}

  /**
   * The masked new value, with a word where a secret changes.
   *
   * @param property with its values as they are
   * @param before the masked old value
   * @param after the masked new value
   */
  static @Nullable String told(
      PropertyChange property, @Nullable String before, @Nullable String after) {
    String old = property.before();
    String now = property.after();
    if (before == null || after == null || old == null || now == null || old.equals(now)) {
      return after;
    }
    if (!after.contains(Masking.HIDDEN)) {
      return after;
    }
    JsonNode tree = Json.parse(after);
    if (tree.isContainerNode()) {
      JsonNode marked = marked(Json.parse(old), Json.parse(now), Json.parse(before), tree);
      return marked == tree ? after : marked.toString();
    }
    return after.equals(before) ? after + SUFFIX : after;
  }

  /** The masked tree itself where no secret in it changes. */
  private static JsonNode marked(JsonNode old, JsonNode now, JsonNode before, JsonNode after) {
    if (old.equals(now)) {
      return after;
    }
    if (after instanceof ObjectNode object && before.isObject()) {
      ObjectNode marked = object;
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        String name = member.getKey();
        JsonNode value =
            marked(old.path(name), now.path(name), before.path(name), member.getValue());
        if (value != member.getValue()) {
          marked = marked == object ? Json.MAPPER.createObjectNode().setAll(object) : marked;
          marked.set(name, value);
        }
      }
      return marked;
    }
    if (after instanceof ArrayNode array && before.size() == array.size() && before.isArray()) {
      ArrayNode marked = array;
      for (int i = 0; i < array.size(); i++) {
        JsonNode value = marked(old.path(i), now.path(i), before.path(i), array.get(i));
        if (value != array.get(i)) {
          marked = marked == array ? Json.MAPPER.createArrayNode().addAll(array) : marked;
          marked.set(i, value);
        }
      }
      return marked;
    }
    boolean secret = after.asText().contains(Masking.HIDDEN) && after.equals(before);
    return secret && old.isValueNode() && now.isValueNode()
        ? TextNode.valueOf(after.asText() + SUFFIX)
        : after;
  }
}
