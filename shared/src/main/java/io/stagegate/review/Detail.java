package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** One member of CloudFormation's Details, its words interpreted. */
record Detail(
    String attribute,
    @Nullable String name,
    @Nullable String path,
    @Nullable String before,
    @Nullable String after,
    PropertyKind change,
    Recreation recreation,
    Cause cause) {

  static Detail of(JsonNode detail) {
    JsonNode target = detail.path("Target");
    return new Detail(
        Json.text(target, "Attribute", "Properties"),
        Json.text(target, "Name"),
        Json.text(target, "Path"),
        value(target.path("BeforeValue")),
        value(target.path("AfterValue")),
        kind(target),
        recreation(target),
        new Cause(
            Json.text(detail, "ChangeSource"),
            Json.text(detail, "CausingEntity"),
            "Dynamic".equals(Json.text(detail, "Evaluation"))
                ? Evaluation.DYNAMIC
                : Evaluation.STATIC));
  }

  /** What makes two details tell of the same property. */
  String key() {
    return attribute + "\n" + (path == null ? "name " + name : path);
  }

  private static @Nullable String value(JsonNode value) {
    return Json.show(value);
  }

  private static PropertyKind kind(JsonNode target) {
    return switch (Json.text(target, "AttributeChangeType", "")) {
      case "Add" -> PropertyKind.ADD;
      case "Modify", "SyncWithActual" -> PropertyKind.MODIFY;
      case "Remove" -> PropertyKind.REMOVE;
      default -> PropertyKind.UNKNOWN;
    };
  }

  /** A word that is not known may force a replacement; none at all does not. */
  private static Recreation recreation(JsonNode target) {
    return switch (Json.text(target, "RequiresRecreation", "Never")) {
      case "Never" -> Recreation.NEVER;
      case "Always" -> Recreation.ALWAYS;
      default -> Recreation.CONDITIONALLY;
    };
  }
}
