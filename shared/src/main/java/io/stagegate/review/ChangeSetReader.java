package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the documents of one change set into one {@link ChangeSet}. */
final class ChangeSetReader {
  /**
   * Members of an answer that do not say what will be applied: they differ between the pages of one
   * change set, or while it waits, or name a change set that another of the same content could be.
   */
  private static final Set<String> NOT_APPLIED =
      Set.of(
          "Changes",
          "ChangeSetId",
          "ChangeSetName",
          "ParentChangeSetId",
          "RootChangeSetId",
          "NextToken",
          "Status",
          "ExecutionStatus",
          "StatusReason",
          "CreationTime",
          "Hooks",
          "Parameters",
          "Capabilities",
          "Tags",
          "ResponseMetadata");

  private ChangeSetReader() {}

  static ChangeSet read(String key, List<JsonNode> documents) {
    ChangeSetInfo info =
        new ChangeSetInfo(
            first(documents, "ChangeSetName"),
            first(documents, "ChangeSetId"),
            first(documents, "StackName"),
            first(documents, "Status"),
            first(documents, "ExecutionStatus"),
            first(documents, "StatusReason"),
            first(documents, "CreationTime"));
    String stack = info.stack() == null ? "" : info.stack();
    Map<String, List<JsonNode>> byResource = RowMerge.byResource(documents);
    List<Row> rows = byResource.values().stream().map(each -> RowMerge.row(stack, each)).toList();
    Set<String> changes = new TreeSet<>();
    byResource
        .values()
        .forEach(each -> each.forEach(entry -> changes.add(Json.canonical(unnamed(entry)))));
    List<Risk> risks = new ArrayList<>(StatusRisks.of(info, documents));
    risks.addAll(AnswerDifferences.of(stack, documents));
    return new ChangeSet(
        info,
        key,
        first(documents, "ParentChangeSetId"),
        first(documents, "StackId"),
        rows,
        parameters(documents),
        applied(documents),
        List.copyOf(changes),
        risks);
  }

  private static @Nullable String first(List<JsonNode> documents, String member) {
    for (JsonNode document : documents) {
      String text = Json.text(document, member);
      if (text != null && !text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  private static Map<String, String> parameters(List<JsonNode> documents) {
    Map<String, String> parameters = new TreeMap<>();
    for (JsonNode document : documents) {
      for (JsonNode parameter : document.path("Parameters")) {
        String name = Json.text(parameter, "ParameterKey");
        String value = Json.text(parameter, "ResolvedValue");
        if (value == null) {
          value = Json.text(parameter, "ParameterValue");
        }
        if (name != null && value != null) {
          parameters.put(name, value);
        }
      }
    }
    return parameters;
  }

  /** Where answers of one change set disagree, all that they say. */
  private static JsonNode applied(List<JsonNode> documents) {
    Map<String, Map<String, JsonNode>> said = new TreeMap<>();
    for (JsonNode document : documents) {
      for (Map.Entry<String, JsonNode> member : document.properties()) {
        if (!NOT_APPLIED.contains(member.getKey()) && !empty(member.getValue())) {
          said.computeIfAbsent(member.getKey(), name -> new TreeMap<>())
              .put(Json.canonical(member.getValue()), member.getValue());
        }
      }
    }
    ObjectNode applied = Json.MAPPER.createObjectNode();
    said.forEach(
        (name, values) -> {
          if (values.size() == 1) {
            applied.set(name, values.values().iterator().next());
          } else {
            applied.putArray(name).addAll(values.values());
          }
        });
    for (String list : List.of("Parameters", "Capabilities", "Tags")) {
      Set<String> sorted = new TreeSet<>();
      documents.forEach(doc -> doc.path(list).forEach(each -> sorted.add(Json.canonical(each))));
      if (!sorted.isEmpty()) {
        sorted.forEach(applied.withArray("/" + list)::add);
      }
    }
    return applied;
  }

  /** A change without the name of the nested change set that it is applied by. */
  private static JsonNode unnamed(JsonNode entry) {
    if (!entry.path("ResourceChange").has("ChangeSetId")) {
      return entry;
    }
    JsonNode copy = entry.deepCopy();
    ((ObjectNode) copy.path("ResourceChange")).remove("ChangeSetId");
    return copy;
  }

  private static boolean empty(JsonNode value) {
    return value.isNull() || value.isContainerNode() && value.isEmpty();
  }
}
