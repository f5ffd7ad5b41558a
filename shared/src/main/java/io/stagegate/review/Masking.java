package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hides secrets in values. References to secrets (ARNs, dynamic references) stay to be read. */
final class Masking {
  static final String HIDDEN = "****";

  /** Names whose value is told apart by the name beside it: {@code {"Name":..,"Value":..}}. */
  private static final List<String> NAMES = List.of("Name", "Key", "ParameterKey", "ParameterName");

  /** A dynamic reference, or one to a resource that only the deployment knows. */
  private static final Pattern REFERENCE = Pattern.compile("\\{\\{resolve:[^{}]*}}|\\$\\{[^{}]*}");

  private static final Set<String> VALUES = Set.of("Value", "ParameterValue", "Values");

  private static final Pattern SEPARATOR = Pattern.compile("[./]");

  /** JSON in JSON in JSON may be nested without end; what is deeper is hidden unseen. */
  private static final int DEEPEST = 500;

  /** A name, a sign and a value, in Base64. */
  private static final int SHORTEST_SCRIPT = 16;

  private final Secrets secrets;

  /** The same few names stand in every change of a review. */
  private final Map<String, Boolean> sensitive = new HashMap<>();

  Masking(Secrets secrets) {
    this.secrets = secrets;
  }

  /** True for what names a secret without holding it. */
  static boolean reference(String text) {
    return REFERENCE.matcher(text).matches()
        || text.startsWith("arn:")
        || text.equals("true")
        || text.equals("false")
        || text.isEmpty()
        || text.equals(Marker.SHOWN);
  }

  /** The property with both values masked; {@code parents} are the trees that the values are in. */
  PropertyChange property(Row row, PropertyChange property, JsonNode before, JsonNode after) {
    boolean all =
        property.causes().stream()
            .anyMatch(
                cause ->
                    "ParameterReference".equals(cause.source())
                        && secrets.parameters().contains(String.valueOf(cause.entity())));
    String was = value(row, property, property.before(), before, all);
    String is = value(row, property, property.after(), after, all);
    return property.withValues(was, Another.told(property, was, is));
  }

  String text(String text) {
    return secrets.scrub(SecretText.hide(text));
  }

  /** An id without the values of secrets in it. */
  @Nullable String id(@Nullable String id) {
    return id == null ? null : secrets.scrub(id);
  }

  /** The change set as it is shown: its reason may quote a parameter. */
  ChangeSetInfo info(ChangeSetInfo info) {
    String reason = info.statusReason();
    return new ChangeSetInfo(
        info.name(),
        info.id(),
        info.stack(),
        info.status(),
        info.executionStatus(),
        reason == null ? null : text(reason),
        info.createdAt());
  }

  /** Scripts are often Base64. */
  private static String hide(String text) {
    String hidden = SecretText.hide(text);
    return hidden.length() < SHORTEST_SCRIPT
        ? hidden
        : SecretForms.hideEncoded(hidden, decoded -> !SecretText.hide(decoded).equals(decoded));
  }

  private @Nullable String value(
      Row row, PropertyChange property, @Nullable String value, JsonNode resource, boolean all) {
    if (value == null) {
      return null;
    }
    if (all && !reference(value)) {
      return HIDDEN;
    }
    JsonNode masked = masked(Json.parse(value), hides(row, property, resource), 0);
    return secrets.scrub(masked == null ? value : String.valueOf(Json.show(masked)));
  }

  private boolean hides(Row row, PropertyChange property, JsonNode resource) {
    List<String> segments = List.of(SEPARATOR.split(property.label(), -1));
    String last = segments.getLast();
    if (VALUES.contains(last) && property.path() != null) {
      String path = property.path();
      JsonNode parent = Paths.at(resource, path.substring(0, Math.max(0, path.lastIndexOf('/'))));
      String name = nameOf(parent);
      if (name != null) {
        return sensitive(name);
      }
      if (segments.contains("Environment")) {
        return true;
      }
    }
    boolean named = segments.stream().anyMatch(this::sensitive);
    boolean parameter = row.type().equals("AWS::SSM::Parameter") && last.equals("Value");
    String physical = row.physicalId() == null ? "" : row.physicalId();
    String own = resource.path("Properties").path("Name").asText();
    return named
        || parameter && (sensitive(row.logicalId()) || sensitive(own) || sensitive(physical));
  }

  private boolean sensitive(String name) {
    return sensitive.computeIfAbsent(name, SecretNames::sensitive);
  }

  private static @Nullable String nameOf(JsonNode node) {
    for (String name : NAMES) {
      if (node.path(name).isTextual()) {
        return node.path(name).asText();
      }
    }
    return null;
  }

  /** The node without its secrets; null where it has none. */
  private @Nullable JsonNode masked(JsonNode node, boolean hide, int depth) {
    if (depth > DEEPEST) {
      return TextNode.valueOf(HIDDEN);
    }
    return switch (node) {
      case ObjectNode object -> members(object, hide, depth + 1);
      case ArrayNode array -> members(array, hide, depth + 1);
      default -> leaf(node, hide, depth + 1);
    };
  }

  private @Nullable JsonNode members(ObjectNode node, boolean hide, int depth) {
    ObjectNode masked = null;
    String name = nameOf(node);
    boolean beside = name != null && sensitive(name);
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String key = member.getKey();
      boolean secret =
          hide && !key.equals("Name") || beside && VALUES.contains(key) || sensitive(key);
      JsonNode value = masked(member.getValue(), secret, depth);
      if (value != null) {
        masked = masked == null ? Json.MAPPER.createObjectNode().setAll(node) : masked;
        masked.set(key, value);
      }
    }
    return masked;
  }

  private @Nullable JsonNode members(ArrayNode node, boolean hide, int depth) {
    ArrayNode masked = null;
    for (int i = 0; i < node.size(); i++) {
      JsonNode value = masked(node.get(i), hide, depth);
      if (value != null) {
        masked = masked == null ? Json.MAPPER.createArrayNode().addAll(node) : masked;
        masked.set(i, value);
      }
    }
    return masked;
  }

  private @Nullable JsonNode leaf(JsonNode node, boolean hide, int depth) {
    String text = node.asText();
    if (hide && !node.isBoolean() && !node.isNull() && !reference(text)) {
      return text.equals(HIDDEN) ? null : TextNode.valueOf(HIDDEN);
    }
    if (!node.isTextual()) {
      return secrets.scrub(text).equals(text) ? null : TextNode.valueOf(HIDDEN);
    }
    JsonNode inner = Json.parse(text);
    if (inner.isContainerNode()) {
      JsonNode masked = masked(inner, hide, depth);
      return masked == null ? null : TextNode.valueOf(masked.toString());
    }
    String hidden = secrets.scrub(reference(text) ? text : hide(text));
    return hidden.equals(text) ? null : TextNode.valueOf(hidden);
  }
}
