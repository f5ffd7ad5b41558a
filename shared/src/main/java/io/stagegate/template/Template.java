package io.stagegate.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A CloudFormation template: functions in their long form ({@code !Ref A} is {@code {"Ref":"A"}}),
 * members in the order of the source.
 *
 * @param tree the whole template; written as JSON it is the same template
 * @param lines source line (from 1) by JSON pointer, for the first four levels
 * @param notes what was read although it is doubtful, such as a key that stands twice
 */
public record Template(ObjectNode tree, Map<String, Integer> lines, List<String> notes) {

  public Template {
    lines = Map.copyOf(lines);
    notes = List.copyOf(notes);
  }

  public ObjectNode parameters() {
    return section("Parameters");
  }

  public ObjectNode conditions() {
    return section("Conditions");
  }

  public ObjectNode mappings() {
    return section("Mappings");
  }

  public ObjectNode outputs() {
    return section("Outputs");
  }

  /** Names of the macros that rewrite the template before it is applied, such as SAM's. */
  public List<String> transforms() {
    JsonNode node = tree.path("Transform");
    List<String> names = new ArrayList<>();
    for (JsonNode each : node.isArray() ? node : List.of(node)) {
      String name = each.isObject() ? each.path("Name").asText() : each.asText();
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  /** The resources by logical id, in the order of the source. */
  public Map<String, TemplateResource> resources() {
    Map<String, TemplateResource> resources = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : section("Resources").properties()) {
      resources.put(entry.getKey(), resource(entry.getKey(), entry.getValue()));
    }
    return Collections.unmodifiableMap(resources);
  }

  /**
   * The line of a member, found by its names from the top: {@code lineOf("Resources", "Queue")}.
   */
  public Optional<Integer> lineOf(String... path) {
    return Optional.ofNullable(lines.get(Pointers.of(path)));
  }

  private TemplateResource resource(String logicalId, JsonNode body) {
    boolean loop = logicalId.startsWith(TemplateResource.LOOP + "::");
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    if (loop) {
      properties.set(TemplateResource.LOOP, body);
    } else if (body.path("Properties") instanceof ObjectNode found) {
      properties = found;
    }
    List<String> dependsOn = new ArrayList<>();
    JsonNode depends = body.path("DependsOn");
    for (JsonNode each : depends.isArray() ? depends : List.of(depends)) {
      if (each.isTextual()) {
        dependsOn.add(each.asText());
      }
    }
    return new TemplateResource(
        logicalId,
        loop ? TemplateResource.LOOP : body.path("Type").asText(),
        properties,
        present(body.path("DeletionPolicy")),
        present(body.path("UpdateReplacePolicy")),
        body.path("Condition").isTextual() ? body.path("Condition").asText() : null,
        dependsOn,
        body.path("Metadata"),
        body,
        lineOf("Resources", logicalId).orElse(0));
  }

  private static @Nullable JsonNode present(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : node;
  }

  private ObjectNode section(String name) {
    return tree.path(name) instanceof ObjectNode found
        ? found
        : JsonNodeFactory.instance.objectNode();
  }
}
