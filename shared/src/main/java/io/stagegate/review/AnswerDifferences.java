package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Where the answers with and without property values of one change set differ. AWS's own do: a
 * Modify can be missing from the one with values, a detail from the one without.
 */
final class AnswerDifferences {
  private record Seen(String name, Set<String> plain, Set<String> valued, int[] times) {}

  private AnswerDifferences() {}

  static List<Risk> of(String stack, List<JsonNode> documents) {
    if (documents.size() < 2) {
      return List.of();
    }
    Map<String, Seen> seen = new TreeMap<>();
    for (JsonNode document : documents) {
      for (JsonNode entry : document.path("Changes")) {
        boolean values = Documents.withValues(entry);
        JsonNode change = entry.path("ResourceChange");
        if (Documents.nested(entry)) {
          continue; // Its row tells nothing by itself, with values or without.
        }
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
      Collection<Seen> rows = seen.values();
      only(risks, "without", rows(stack, rows, 0), details(stack, rows, Seen::plain, Seen::valued));
      only(risks, "with", rows(stack, rows, 1), details(stack, rows, Seen::valued, Seen::plain));
    }
    return risks;
  }

  private static void only(
      List<Risk> risks, String answer, List<String> rows, List<String> details) {
    String only = "Only CloudFormation's answer " + answer + " property values ";
    if (!rows.isEmpty()) {
      risks.add(differs(only + "has " + String.join(", ", rows)));
    }
    if (!details.isEmpty()) {
      risks.add(differs(only + "tells of " + String.join("; ", details)));
    }
  }

  /** The changes that one answer alone has: 0 for the plain one, 1 for the one with values. */
  private static List<String> rows(String stack, Collection<Seen> rows, int answer) {
    return rows.stream()
        .filter(row -> row.times()[answer] > 0 && row.times()[1 - answer] == 0)
        .map(row -> name(stack, row))
        .toList();
  }

  private static List<String> details(
      String stack,
      Collection<Seen> rows,
      Function<Seen, Set<String>> of,
      Function<Seen, Set<String>> other) {
    List<String> details = new ArrayList<>();
    for (Seen row : rows) {
      if (row.times()[0] > 0 && row.times()[1] > 0) {
        Set<String> only = new TreeSet<>(of.apply(row));
        only.removeAll(other.apply(row));
        only.forEach(detail -> details.add(detail + " of " + name(stack, row)));
      }
    }
    return details;
  }

  private static String name(String stack, Seen row) {
    return stack.isEmpty() ? row.name() : stack + "/" + row.name();
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
