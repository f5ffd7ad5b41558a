package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks that documents are DescribeChangeSet answers and puts those of one change set together.
 */
final class Documents {
  private static final List<String> MARKS =
      List.of("Changes", "Hooks", "ChangeSetId", "ChangeSetName", "ExecutionStatus");

  /** As deep as Jackson reads JSON. */
  private static final int DEEPEST = 1_000;

  private static final List<String> LISTS = List.of("Changes", "Parameters", "Hooks");

  private Documents() {}

  /** Why the documents can't be read; null where they can. */
  static @Nullable String problem(List<JsonNode> documents) {
    for (int i = 0; i < documents.size(); i++) {
      String problem = problem(documents.get(i));
      if (problem != null) {
        return "document " + (i + 1) + " " + problem;
      }
    }
    return null;
  }

  /** Why one of them can't be read; null where it can. */
  static @Nullable String problem(JsonNode document) {
    if (!document.isObject()) {
      return "is no JSON object, so it is no answer of DescribeChangeSet";
    }
    if (MARKS.stream().noneMatch(document::hasNonNull)) {
      return "has none of " + String.join(", ", MARKS) + ": it is no answer of DescribeChangeSet";
    }
    for (String list : LISTS) {
      if (document.hasNonNull(list) && !document.path(list).isArray()) {
        return "is no answer of DescribeChangeSet: its " + list + " is no list";
      }
    }
    for (JsonNode change : document.path("Changes")) {
      if (!change.isObject()) {
        return "is no answer of DescribeChangeSet: a member of Changes is no object";
      }
    }
    return Json.deeper(document, DEEPEST)
        ? "is nested more than " + DEEPEST + " levels deep: it is no answer of DescribeChangeSet"
        : null;
  }

  /** Documents by change set, each list in an order that does not depend on how they came. */
  static Map<String, List<JsonNode>> byChangeSet(List<JsonNode> documents) {
    Map<String, List<JsonNode>> groups = new TreeMap<>();
    for (JsonNode document : documents) {
      groups.computeIfAbsent(key(document), key -> new ArrayList<>()).add(document);
    }
    groups.replaceAll((key, group) -> group.size() == 1 ? group : sorted(group));
    return groups;
  }

  private static List<JsonNode> sorted(List<JsonNode> group) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    group.forEach(document -> sorted.put(Json.canonical(document), document));
    return List.copyOf(sorted.values());
  }

  private static String key(JsonNode document) {
    String id = Json.text(document, "ChangeSetId");
    return id != null
        ? id
        : Json.text(document, "StackName", "") + "/" + Json.text(document, "ChangeSetName", "");
  }

  /** True where a member of Changes comes from an answer with property values. */
  static boolean withValues(JsonNode entry) {
    JsonNode change = entry.path("ResourceChange");
    if (change.hasNonNull("BeforeContext") || change.hasNonNull("AfterContext")) {
      return true;
    }
    for (JsonNode detail : change.path("Details")) {
      if (detail.path("Target").hasNonNull("Path")) {
        return true;
      }
    }
    return false;
  }

  /** True for the row of a nested stack, which looks the same in both kinds of answers. */
  static boolean nested(JsonNode entry) {
    return Json.text(entry.path("ResourceChange"), "ResourceType", "").equals(Row.NESTED_STACK);
  }
}
