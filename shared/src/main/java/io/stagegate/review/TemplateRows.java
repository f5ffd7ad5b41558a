package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagegate.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what changes by comparing two templates, where no change set tells. */
final class TemplateRows {
  private final Side before;
  private final Side after;

  TemplateRows(Side before, Side after) {
    this.before = before;
    this.after = after;
  }

  /** The rows of a stack of which only the two templates are known. */
  List<Row> of(String stack, StackTemplates templates) {
    Map<String, TemplateResource> old =
        templates.before() == null ? Map.of() : templates.before().resources();
    Map<String, TemplateResource> now =
        templates.after() == null ? Map.of() : templates.after().resources();
    Set<String> ids = new TreeSet<>(old.keySet());
    ids.addAll(now.keySet());
    List<Row> rows = new ArrayList<>();
    for (String id : ids) {
      TemplateResource before = old.get(id);
      TemplateResource after = now.get(id);
      if (before == null && after != null) {
        rows.add(row(stack, "Add", after, null, List.of()));
      } else if (after == null && before != null) {
        rows.add(row(stack, "Remove", before, null, List.of()));
      } else if (before != null && after != null && !before.body().equals(after.body())) {
        rows.add(modify(stack, before, after));
      }
    }
    return rows;
  }

  private Row modify(String stack, TemplateResource old, TemplateResource now) {
    boolean anew = !old.type().equals(now.type());
    List<JsonNode> details = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    old.properties().fieldNames().forEachRemaining(names::add);
    now.properties().fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      if (!old.properties().path(name).equals(now.properties().path(name))) {
        boolean immutable = CreateOnly.contains(now.type(), name) && differs(now.logicalId(), name);
        anew |= immutable;
        details.add(detail("Properties", name, immutable ? "Always" : "Never"));
      }
    }
    for (String attribute : attributes(old.body(), now.body())) {
      details.add(detail(attribute, null, "Never"));
    }
    return row(stack, "Modify", now, anew ? "True" : "False", details);
  }

  /** A property written in another way may still have the value that it had. */
  private boolean differs(String logicalId, String name) {
    Resolver.Value old = before.value(logicalId, "/Properties/" + name);
    Resolver.Value now = after.value(logicalId, "/Properties/" + name);
    return !old.known() || !now.known() || !old.node().equals(now.node());
  }

  private static Set<String> attributes(JsonNode before, JsonNode after) {
    Set<String> attributes = new TreeSet<>();
    for (JsonNode side : List.of(before, after)) {
      side.fieldNames()
          .forEachRemaining(
              member -> {
                if (!member.equals("Properties")
                    && !before.path(member).equals(after.path(member))) {
                  attributes.add(member);
                }
              });
    }
    return attributes;
  }

  private static JsonNode detail(String attribute, @Nullable String name, String recreation) {
    ObjectNode detail = Json.MAPPER.createObjectNode();
    ObjectNode target = detail.putObject("Target").put("Attribute", attribute);
    if (name != null) {
      target.put("Name", name);
    }
    target.put("RequiresRecreation", recreation);
    return detail.put("Evaluation", "Static").put("ChangeSource", "DirectModification");
  }

  private static Row row(
      String stack,
      String action,
      TemplateResource resource,
      @Nullable String replacement,
      List<JsonNode> details) {
    return new Row(
        stack,
        action,
        resource.logicalId(),
        null,
        resource.type(),
        replacement,
        null,
        details.stream().map(d -> d.path("Target").path("Attribute").asText()).distinct().toList(),
        details,
        MissingNode.getInstance(),
        MissingNode.getInstance(),
        null,
        null,
        0,
        List.of());
  }
}
