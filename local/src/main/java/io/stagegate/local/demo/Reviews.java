package io.stagegate.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;

/** A review, short enough for a terminal beside the story. */
final class Reviews {
  private static final int MOST = 20;

  private Reviews() {}

  /** The headline, then a line for each change with its properties and what it means. */
  static List<String> lines(JsonNode review) {
    List<String> lines = new ArrayList<>();
    lines.add("| " + review.path("headline").asText());
    for (JsonNode change : review.path("changes")) {
      lines.add(
          "|  "
              + sign(change.path("action").asText())
              + " "
              + change.path("logicalId").asText()
              + "  "
              + change.path("type").asText());
      for (JsonNode property : change.path("properties")) {
        lines.add(
            "|      "
                + property.path("path").asText(property.path("name").asText())
                + ": "
                + values(property));
      }
      for (JsonNode risk : change.path("risks")) {
        lines.add("|      ! " + risk.path("why").asText());
      }
    }
    if (lines.size() > MOST) {
      int more = lines.size() - MOST;
      lines = new ArrayList<>(lines.subList(0, MOST));
      lines.add("|  and " + more + " lines more, on the page");
    }
    return lines;
  }

  /** What a rollback's page says about data. */
  static String backNotice(Document page) {
    return page.select("[data-notice=removed-data]").text();
  }

  private static String sign(String action) {
    return switch (action) {
      case "Add" -> "+";
      case "Remove" -> "-";
      case "Modify" -> "~";
      default -> action;
    };
  }

  private static String values(JsonNode property) {
    return property.path("known").asBoolean(true)
        ? value(property.path("before")) + " -> " + value(property.path("after"))
        : "known only after deployment";
  }

  private static String value(JsonNode value) {
    return value.isNull() || value.isMissingNode() ? "(none)" : value.asText();
  }
}
