package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the changes of one change set's documents into rows. What two answers tell of the same
 * resource becomes one row with the details of both.
 */
final class RowMerge {
  private static final List<String> REPLACEMENTS = List.of("True", "Conditional", "False");

  private RowMerge() {}

  /** The documents' raw changes by resource, in a stable order. */
  static Map<String, List<JsonNode>> byResource(List<JsonNode> documents) {
    Map<String, List<JsonNode>> byResource = new TreeMap<>();
    for (JsonNode document : documents) {
      for (JsonNode entry : document.path("Changes")) {
        byResource.computeIfAbsent(key(entry), key -> new ArrayList<>()).add(entry);
      }
    }
    return byResource;
  }

  /** What makes two records tell of the same change. */
  static String key(JsonNode entry) {
    JsonNode change = entry.path("ResourceChange");
    if (!change.isObject()) {
      return Json.canonical(entry);
    }
    return Stream.of("LogicalResourceId", "Action", "PhysicalResourceId", "ResourceType")
        .map(member -> Json.text(change, member, ""))
        .reduce("", (a, b) -> a + "\n" + b);
  }

  /** One row from all records of one resource. */
  static Row row(String stack, List<JsonNode> entries) {
    List<JsonNode> changes = entries.stream().map(RowMerge::resourceChange).toList();
    JsonNode first = changes.getFirst();
    List<String> unknown = new ArrayList<>();
    entries.forEach(entry -> unknown.addAll(unknownEntry(entry)));
    changes.forEach(change -> unknown.addAll(Vocabulary.unknown(change)));
    Map<String, JsonNode> details = new TreeMap<>();
    for (JsonNode change : changes) {
      for (JsonNode detail : change.path("Details")) {
        details.putIfAbsent(Json.canonical(detail), detail);
      }
    }
    return new Row(
        stack,
        Json.text(first, "Action", Json.text(entries.getFirst(), "Type", "")),
        Json.text(first, "LogicalResourceId", ""),
        Json.text(first, "PhysicalResourceId"),
        Json.text(first, "ResourceType", ""),
        worst(changes, "Replacement", REPLACEMENTS),
        policy(changes),
        changes.stream().flatMap(c -> Json.texts(c.path("Scope")).stream()).distinct().toList(),
        List.copyOf(details.values()),
        context(changes, "BeforeContext"),
        context(changes, "AfterContext"),
        first(changes, "ChangeSetId"),
        first(changes, "ResourceDriftStatus"),
        entries.stream().mapToInt(e -> e.path("HookInvocationCount").asInt(0)).max().orElse(0),
        unknown.stream().distinct().sorted().toList());
  }

  private static JsonNode resourceChange(JsonNode entry) {
    JsonNode change = entry.path("ResourceChange");
    return change.isObject() ? change : MissingNode.getInstance();
  }

  private static List<String> unknownEntry(JsonNode entry) {
    List<String> unknown = new ArrayList<>();
    String type = Json.text(entry, "Type");
    if (type != null && !type.equals("Resource")) {
      unknown.add("Type " + type);
    }
    if (!entry.path("ResourceChange").isObject()) {
      unknown.add("a change without ResourceChange");
    }
    return unknown;
  }

  private static @Nullable String first(List<JsonNode> changes, String member) {
    return changes.stream()
        .map(change -> Json.text(change, member, ""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String worst(List<JsonNode> changes, String member, List<String> order) {
    String worst = null;
    for (JsonNode change : changes) {
      String word = Json.text(change, member);
      if (word != null && (worst == null || order.indexOf(word) < order.indexOf(worst))) {
        worst = word;
      }
    }
    return worst;
  }

  /** Where two answers disagree, the one that deletes counts. */
  private static @Nullable String policy(List<JsonNode> changes) {
    return changes.stream()
        .map(change -> Json.text(change, "PolicyAction", ""))
        .filter(word -> !word.isEmpty())
        .sorted((a, b) -> Boolean.compare(b.endsWith("Delete"), a.endsWith("Delete")))
        .findFirst()
        .orElse(null);
  }

  private static JsonNode context(List<JsonNode> changes, String member) {
    for (JsonNode change : changes) {
      JsonNode context = change.path(member);
      if (context.isContainerNode()) {
        return context;
      }
      if (context.isTextual()) {
        return Json.parse(context.asText());
      }
    }
    return MissingNode.getInstance();
  }
}
