package io.stagegate.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small helpers for JSON trees. A null member counts as absent throughout. */
final class Json {
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final ObjectReader READER = MAPPER.reader();

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
    List<String> texts = new ArrayList<>();
    for (JsonNode each : list(node)) {
      if (each.isValueNode()) {
        texts.add(each.asText());
      }
    }
    return texts;
  }

  /** A value as people and CloudFormation write it: text as it is, a structure as JSON. */
  static @Nullable String show(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    return node.isValueNode() ? node.asText() : node.toString();
  }

  /** True where it is nested deeper than so many levels, however deep. */
  static boolean deeper(JsonNode node, int levels) {
    List<JsonNode> level = List.of(node);
    for (int depth = 0; depth <= levels && !level.isEmpty(); depth++) {
      List<JsonNode> below = new ArrayList<>();
      for (JsonNode each : level) {
        each.forEach(
            child -> {
              if (child.isContainerNode()) {
                below.add(child);
              }
            });
      }
      level = below;
    }
    return !level.isEmpty();
  }

  /** The tree inside a string; a text node where the string is not JSON, missing for null. */
  static JsonNode parse(@Nullable String text) {
    if (text == null) {
      return MissingNode.getInstance();
    }
    if (mayBeStructure(text)) {
      try {
        JsonNode tree = READER.readTree(text);
        if (tree.isContainerNode()) {
          return tree;
        }
      } catch (JsonProcessingException | NumberFormatException e) {
        // The latter for a number whose exponent no number can have.
        return TextNode.valueOf(text);
      }
    }
    return TextNode.valueOf(text);
  }

  /** Most texts are none, nor is {@code {{resolve:..}}}, and a parser that fails is slow. */
  private static boolean mayBeStructure(String text) {
    int start = graphic(text, 0);
    if (start == text.length() || text.charAt(start) != '{') {
      return start < text.length() && text.charAt(start) == '[';
    }
    int next = graphic(text, start + 1);
    return next < text.length() && (text.charAt(next) == '"' || text.charAt(next) == '}');
  }

  /** Where the next character stands that is no space of JSON. */
  private static int graphic(String text, int from) {
    int at = from;
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
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
      List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
      members.sort(Map.Entry.comparingByKey());
      out.append('{');
      String separator = "";
      for (Map.Entry<String, JsonNode> member : members) {
        if (!member.getValue().isNull()) {
          out.append(separator);
          quote(member.getKey(), out);
          out.append(':');
          canonical(member.getValue(), out);
          separator = ",";
        }
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

  /** Half of a character: JSON can write it, UTF-8 can't. */
  static boolean loneSurrogate(String text, int at) {
    char c = text.charAt(at);
    return Character.isHighSurrogate(c)
            && (at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1)))
        || Character.isLowSurrogate(c)
            && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    int clean = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || c < ' ' || Character.isSurrogate(c) && loneSurrogate(text, i)) {
        out.append(text, clean, i).append('\\').append((int) c).append('\\');
        clean = i + 1;
      }
    }
    out.append(text, clean, text.length()).append('"');
  }
}
