package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the answers with and without property values of one change set differ. AWS's own do: a
 * Modify can be missing from the one with values, a detail from the one without.
 */
final class AnswerDifferences {
  private record Seen(String name, Set<String> plain, Set<String> valued, int[] times) {}

  private AnswerDifferences() {}

  static List<Risk> of(String stack, List<JsonNode> documents) {
    long valued = documents.stream().filter(Documents::withValues).count();
    if (valued == 0 || valued == documents.size()) {
      return List.of();
    }
    Map<String, Seen> seen = new TreeMap<>();
    for (JsonNode document : documents) {
      boolean values = Documents.withValues(document);
      for (JsonNode entry : document.path("Changes")) {
        JsonNode change = entry.path("ResourceChange");
        Seen row =
            seen.computeIfAbsent(
                RowMerge.key(entry),
                key ->
                    new Seen(
                        Json.text(change, "LogicalResourceId", "a change"),
                        new TreeSet<>(),
                        new TreeSet<>(),
                        new int[2]));
        row.times()[values ? 1 : 0]++;
        (values ? row.valued() : row.plain()).addAll(details(change));
      }
    }
    boolean both = seen.values().stream().anyMatch(row -> row.times()[0] > 0 && row.times()[1] > 0);
    List<Risk> risks = new ArrayList<>();
    if (both) {
      seen.values().forEach(row -> compare(stack, row, risks));
    }
    return risks;
  }

  private static void compare(String stack, Seen row, List<Risk> risks) {
    String name = stack.isEmpty() ? row.name() : stack + "/" + row.name();
    if (row.times()[0] + row.times()[1] == 1) {
      risks.add(
          differs(
              name
                  + " is only in CloudFormation's answer "
                  + (row.times()[0] == 1 ? "without" : "with")
                  + " property values"));
    } else if (row.times()[0] > 0 && row.times()[1] > 0) {
      only(name, "without", row.plain(), row.valued(), risks);
      only(name, "with", row.valued(), row.plain(), risks);
    }
  }

  private static void only(
      String name, String answer, Set<String> some, Set<String> others, List<Risk> risks) {
    for (String detail : some) {
      if (!others.contains(detail)) {
        risks.add(
            differs(
                name
                    + ": only CloudFormation's answer "
                    + answer
                    + " property values tells of "
                    + detail));
      }
    }
  }

  private static Risk differs(String why) {
    return Risk.unsure(RiskKind.INCOMPLETE, RiskLevel.LOW, why);
  }

  private static Set<String> details(JsonNode change) {
    Set<String> details = new TreeSet<>();
    for (JsonNode detail : change.path("Details")) {
      JsonNode target = detail.path("Target");
      String entity = Json.text(detail, "CausingEntity", "");
      details.add(
          Json.text(target, "Name", Json.text(target, "Attribute", "a property"))
              + " ("
              + Json.text(detail, "Evaluation", "no evaluation")
              + ", "
              + Json.text(detail, "ChangeSource", "no source")
              + (entity.isEmpty() ? "" : " " + entity)
              + ")");
    }
    return details;
  }
}
