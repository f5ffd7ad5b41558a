package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads a review back from the JSON that {@link ReviewCodec} writes. */
final class ReviewDecoder {
  private ReviewDecoder() {}

  static Review decode(byte[] bytes) {
    try {
      return review(Json.MAPPER.readTree(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("not a stored review", e);
    }
  }

  static Review review(JsonNode node) {
    int version = node.path("version").asInt();
    if (version != ReviewCodec.VERSION) {
      throw new IllegalArgumentException("a stored review of version " + version + " is not known");
    }
    return new Review(
        changeSet(node.path("changeSet")),
        Json.list(node.path("changeSets")).stream().map(ReviewDecoder::changeSet).toList(),
        node.path("executable").asBoolean(),
        Json.text(node, "digest", ""),
        RiskLevel.valueOf(Json.text(node, "risk", "")),
        summary(node.path("summary")),
        Json.text(node, "headline", ""),
        risks(node.path("risks")),
        Json.list(node.path("changes")).stream().map(ReviewDecoder::change).toList());
  }

  private static ChangeSetInfo changeSet(JsonNode node) {
    return new ChangeSetInfo(
        Json.text(node, "name"),
        Json.text(node, "id"),
        Json.text(node, "stack"),
        Json.text(node, "status"),
        Json.text(node, "executionStatus"),
        Json.text(node, "statusReason"),
        Json.text(node, "createdAt"));
  }

  private static Summary summary(JsonNode node) {
    return new Summary(
        node.path("add").asInt(),
        node.path("modify").asInt(),
        node.path("remove").asInt(),
        node.path("import").asInt(),
        node.path("dynamic").asInt(),
        node.path("sync").asInt(),
        node.path("replace").asInt(),
        node.path("mayReplace").asInt(),
        node.path("stacks").asInt());
  }

  private static List<Risk> risks(JsonNode nodes) {
    return Json.list(nodes).stream()
        .map(
            node ->
                new Risk(
                    RiskKind.valueOf(Json.text(node, "kind", "")),
                    RiskLevel.valueOf(Json.text(node, "level", "")),
                    node.path("certain").asBoolean(),
                    Json.text(node, "why", "")))
        .toList();
  }

  private static Change change(JsonNode node) {
    return new Change(
        Json.text(node, "stack", ""),
        Json.text(node, "action", ""),
        Json.text(node, "logicalId", ""),
        Json.text(node, "physicalId"),
        Json.text(node, "type", ""),
        Replacement.valueOf(Json.text(node, "replacement", "")),
        Json.text(node, "policyAction"),
        Json.texts(node.path("scope")),
        risks(node.path("risks")),
        Json.list(node.path("properties")).stream().map(ReviewDecoder::property).toList());
  }

  private static PropertyChange property(JsonNode node) {
    return new PropertyChange(
        Json.text(node, "attribute", ""),
        Json.text(node, "name"),
        Json.text(node, "path"),
        Json.text(node, "before"),
        Json.text(node, "after"),
        PropertyKind.valueOf(Json.text(node, "change", "")),
        Recreation.valueOf(Json.text(node, "recreation", "")),
        node.path("known").asBoolean(),
        Json.list(node.path("causes")).stream()
            .map(
                cause ->
                    new Cause(
                        Json.text(cause, "source"),
                        Json.text(cause, "entity"),
                        Evaluation.valueOf(Json.text(cause, "evaluation", ""))))
            .toList());
  }
}
