package io.stagegate.functions.changeset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many changes CloudFormation's answers tell of, counted apart from how the review reads them:
 * what the one loses the other still counts.
 */
final class Totals {
  private Totals() {}

  /**
   * Changes of all pages and change sets; what the answers with and without values share is one.
   */
  static int of(List<JsonNode> documents) {
    Set<List<String>> seen = new HashSet<>();
    for (var document : documents) {
      for (var entry : document.path("Changes")) {
        var change = entry.path("ResourceChange");
        seen.add(
            List.of(
                document.path("ChangeSetId").asText(""),
                change.isObject() ? "" : entry.toString(),
                change.path("Action").asText(""),
                change.path("LogicalResourceId").asText(""),
                change.path("PhysicalResourceId").asText(""),
                change.path("ResourceType").asText("")));
      }
    }
    return seen.size();
  }
}
