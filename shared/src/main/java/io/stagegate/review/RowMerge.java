package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    return "\n"
        + Json.text(change, "LogicalResourceId", "")
        + "\n"
        + Json.text(change, "Action", "")
        + "\n"
        + Json.text(change, "PhysicalResourceId", "")
        + "\n"
        + Json.text(change, "ResourceType", "");
  }

  /** One row from all records of one resource. */
  static Row row(String stack, List<JsonNode> entries) {
    List<JsonNode> changes = new ArrayList<>();
    Set<String> scope = new LinkedHashSet<>();
    Set<String> unknown = new TreeSet<>();
    int hooks = 0;
    for (JsonNode entry : entries) {
      JsonNode change = resourceChange(entry);
      changes.add(change);
      scope.addAll(Json.texts(change.path("Scope")));
      unknownEntry(entry, unknown);
      Vocabulary.unknown(change, unknown);
      hooks = Math.max(hooks, entry.path("HookInvocationCount").asInt(0));
    }
    JsonNode first = changes.getFirst();
    return new Row(
        stack,
        Json.text(first, "Action", Json.text(entries.getFirst(), "Type", "")),
        Json.text(first, "LogicalResourceId", ""),
        Json.text(first, "PhysicalResourceId"),
        Json.text(first, "ResourceType", ""),
        worst(changes, "Replacement", REPLACEMENTS),
        policy(changes),
        List.copyOf(scope),
        details(changes),
        context(changes, "BeforeContext"),
        context(changes, "AfterContext"),
        first(changes, "ChangeSetId"),
        first(changes, "ResourceDriftStatus"),
        hooks,
        List.copyOf(unknown));
  }

  /** Each detail once, in an order that does not depend on how the answers came. */
  private static List<JsonNode> details(List<JsonNode> changes) {
    List<JsonNode> all = new ArrayList<>();
    changes.forEach(change -> change.path("Details").forEach(all::add));
    if (all.size() < 2) {
      return all;
    }
    Map<String, JsonNode> each = new TreeMap<>();
    all.forEach(detail -> each.putIfAbsent(Json.canonical(detail), detail));
    return List.copyOf(each.values());
  }

  private static JsonNode resourceChange(JsonNode entry) {
    JsonNode change = entry.path("ResourceChange");
    return change.isObject() ? change : MissingNode.getInstance();
  }

  private static void unknownEntry(JsonNode entry, Set<String> unknown) {
    String type = Json.text(entry, "Type");
    if (type != null && !type.equals("Resource")) {
      unknown.add("Type " + type);
    }
    if (!entry.path("ResourceChange").isObject()) {
      unknown.add("a change without ResourceChange");
    }
  }

  private static @Nullable String first(List<JsonNode> changes, String member) {
    for (JsonNode change : changes) {
      String text = Json.text(change, member, "");
      if (!text.isEmpty()) {
        return text;
      }
    }
    return null;
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
    for (JsonNode change : changes) {
      String word = Json.text(change, "PolicyAction", "");
      if (word.endsWith("Delete")) {
        return word;
      }
    }
    return first(changes, "PolicyAction");
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
