package io.stagegate.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Small helpers for JSON trees. A null member counts as absent throughout. */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Json() {}

  /** A member's text; null where it is absent or a structure. */
  static @Nullable String text(JsonNode node, String member) {
    JsonNode value = node.path(member);
    return value.isValueNode() && !value.isNull() ? value.asText() : null;
  }

  static String text(JsonNode node, String member, String otherwise) {
    String text = text(node, member);
    return text == null ? otherwise : text;
  }

  static List<JsonNode> list(JsonNode node) {
    List<JsonNode> list = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(list::add);
    }
    return list;
  }

  static List<String> texts(JsonNode node) {
    return list(node).stream().filter(JsonNode::isValueNode).map(JsonNode::asText).toList();
  }

  /** A value as people and CloudFormation write it: text as it is, a structure as JSON. */
  static @Nullable String show(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    return node.isValueNode() ? node.asText() : node.toString();
  }

  /** The tree inside a string; a text node where the string is not JSON, missing for null. */
  static JsonNode parse(@Nullable String text) {
    if (text == null) {
      return MissingNode.getInstance();
    }
    String start = text.stripLeading();
    if (start.startsWith("{") || start.startsWith("[")) {
      try {
        JsonNode tree = MAPPER.readTree(text);
        if (tree.isContainerNode()) {
          return tree;
        }
      } catch (JsonProcessingException e) {
        return TextNode.valueOf(text);
      }
    }
    return TextNode.valueOf(text);
  }

  /**
   * The same text for the same meaning, and no other: sorted members, no null members, no spaces,
   * no line breaks. It looks like JSON, but only stands for it; nobody reads it back.
   */
  static String canonical(JsonNode node) {
    StringBuilder out = new StringBuilder();
    canonical(node, out);
    return out.toString();
  }

  private static void canonical(JsonNode node, StringBuilder out) {
    if (node.isObject()) {
      Map<String, JsonNode> members = new TreeMap<>();
      node.properties().forEach(entry -> members.put(entry.getKey(), entry.getValue()));
      members.values().removeIf(JsonNode::isNull);
      out.append('{');
      String separator = "";
      for (Map.Entry<String, JsonNode> member : members.entrySet()) {
        out.append(separator);
        quote(member.getKey(), out);
        out.append(':');
        canonical(member.getValue(), out);
        separator = ",";
      }
      out.append('}');
    } else if (node.isArray()) {
      out.append('[');
      String separator = "";
      for (JsonNode each : node) {
        out.append(separator);
        canonical(each, out);
        separator = ",";
      }
      out.append(']');
    } else if (node.isTextual()) {
      quote(node.asText(), out);
    } else {
      out.append(node.asText());
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    int clean = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || c < ' ') {
        out.append(text, clean, i).append('\\').append((int) c).append('\\');
        clean = i + 1;
      }
    }
    out.append(text, clean, text.length()).append('"');
  }
}
