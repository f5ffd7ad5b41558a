package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
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

  private final Secrets secrets;

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
    return property.withValues(
        value(row, property, property.before(), before, all),
        value(row, property, property.after(), after, all));
  }

  String text(String text) {
    return secrets.scrub(SecretText.hide(text));
  }

  private @Nullable String value(
      Row row, PropertyChange property, @Nullable String value, JsonNode resource, boolean all) {
    if (value == null) {
      return null;
    }
    if (all && !reference(value)) {
      return HIDDEN;
    }
    JsonNode tree = Json.parse(value);
    JsonNode masked = mask(tree, hides(row, property, resource));
    String shown = masked.equals(tree) ? value : String.valueOf(Json.show(masked));
    return secrets.scrub(shown);
  }

  private static boolean hides(Row row, PropertyChange property, JsonNode resource) {
    String label = property.label();
    List<String> segments = List.of(label.split("[./]", -1));
    String last = segments.getLast();
    if (VALUES.contains(last) && property.path() != null) {
      String path = property.path();
      JsonNode parent = Paths.at(resource, path.substring(0, Math.max(0, path.lastIndexOf('/'))));
      String name = nameOf(parent);
      if (name != null) {
        return SecretNames.sensitive(name);
      }
      if (segments.contains("Environment")) {
        return true;
      }
    }
    boolean named = segments.stream().anyMatch(SecretNames::sensitive);
    boolean parameter = row.type().equals("AWS::SSM::Parameter") && last.equals("Value");
    String physical = row.physicalId() == null ? "" : row.physicalId();
    String own = resource.path("Properties").path("Name").asText();
    return named
        || parameter
            && (SecretNames.sensitive(row.logicalId())
                || SecretNames.sensitive(own)
                || SecretNames.sensitive(physical));
  }

  private static @Nullable String nameOf(JsonNode node) {
    for (String name : NAMES) {
      if (node.path(name).isTextual()) {
        return node.path(name).asText();
      }
    }
    return null;
  }

  private JsonNode mask(JsonNode node, boolean hide) {
    if (node.isObject()) {
      ObjectNode masked = Json.MAPPER.createObjectNode();
      String name = nameOf(node);
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        boolean beside =
            VALUES.contains(member.getKey()) && name != null && SecretNames.sensitive(name);
        boolean secret = hide && !member.getKey().equals("Name");
        masked.set(
            member.getKey(),
            mask(member.getValue(), secret || beside || SecretNames.sensitive(member.getKey())));
      }
      return masked;
    }
    if (node.isArray()) {
      ArrayNode masked = Json.MAPPER.createArrayNode();
      node.forEach(each -> masked.add(mask(each, hide)));
      return masked;
    }
    if (hide && !node.isBoolean() && !node.isNull() && !reference(node.asText())) {
      return TextNode.valueOf(HIDDEN);
    }
    if (!node.isTextual()) {
      return node;
    }
    JsonNode inner = Json.parse(node.asText());
    if (inner.isContainerNode()) {
      JsonNode masked = mask(inner, hide);
      return masked.equals(inner) ? node : TextNode.valueOf(masked.toString());
    }
    if (reference(node.asText())) {
      return node;
    }
    String text = SecretText.hide(node.asText());
    return text.equals(node.asText()) ? node : TextNode.valueOf(text);
  }
}
