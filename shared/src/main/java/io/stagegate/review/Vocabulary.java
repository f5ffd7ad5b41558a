package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * The words of DescribeChangeSet that this version knows. Anything else is shown and raises the
 * risk.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChange.html">ResourceChange</a>
 */
final class Vocabulary {
  private static final Map<String, Set<String>> ROW =
      Map.of(
          "Action",
          Set.of("Add", "Modify", "Remove", "Import", "Dynamic", "SyncWithActual"),
          "Replacement",
          Set.of("True", "False", "Conditional"),
          "PolicyAction",
          Set.of(
              "Delete",
              "Retain",
              "Snapshot",
              "ReplaceAndDelete",
              "ReplaceAndRetain",
              "ReplaceAndSnapshot"),
          "ResourceDriftStatus",
          Set.of("IN_SYNC", "MODIFIED", "DELETED", "NOT_CHECKED", "UNKNOWN", "UNSUPPORTED"));
  private static final Set<String> ROW_MEMBERS =
      Set.of(
          "Action",
          "LogicalResourceId",
          "PhysicalResourceId",
          "ResourceType",
          "Replacement",
          "PolicyAction",
          "Scope",
          "Details",
          "ChangeSetId",
          "ModuleInfo",
          "BeforeContext",
          "AfterContext",
          "PreviousDeploymentContext",
          "ResourceDriftStatus",
          "ResourceDriftIgnoredAttributes");
  private static final Set<String> SCOPES =
      Set.of(
          "Properties",
          "Metadata",
          "CreationPolicy",
          "UpdatePolicy",
          "DeletionPolicy",
          "UpdateReplacePolicy",
          "Tags");
  private static final Map<String, Set<String>> DETAIL =
      Map.of(
          "Evaluation",
          Set.of("Static", "Dynamic"),
          "ChangeSource",
          Set.of(
              "ResourceReference",
              "ParameterReference",
              "ResourceAttribute",
              "DirectModification",
              "Automatic",
              "NoModification"));
  private static final Set<String> DETAIL_MEMBERS =
      Set.of("Target", "Evaluation", "ChangeSource", "CausingEntity");
  private static final Map<String, Set<String>> TARGET =
      Map.of(
          "Attribute",
          SCOPES,
          "RequiresRecreation",
          Set.of("Never", "Conditionally", "Always"),
          "AttributeChangeType",
          Set.of("Add", "Modify", "Remove", "SyncWithActual"));
  private static final Set<String> TARGET_MEMBERS =
      Set.of(
          "Attribute",
          "Name",
          "RequiresRecreation",
          "Path",
          "BeforeValue",
          "AfterValue",
          "BeforeValueFrom",
          "AfterValueFrom",
          "Drift",
          "AttributeChangeType");

  private Vocabulary() {}

  /** Adds what of a ResourceChange is not known, as {@code member} or {@code member word}. */
  static void unknown(JsonNode change, Set<String> unknown) {
    words(change, ROW, unknown);
    members(change, ROW_MEMBERS, unknown);
    for (JsonNode scope : change.path("Scope")) {
      if (!SCOPES.contains(scope.asText())) {
        unknown.add("Scope " + scope.asText());
      }
    }
    for (JsonNode detail : change.path("Details")) {
      words(detail, DETAIL, unknown);
      members(detail, DETAIL_MEMBERS, unknown);
      words(detail.path("Target"), TARGET, unknown);
      members(detail.path("Target"), TARGET_MEMBERS, unknown);
    }
  }

  private static void words(JsonNode node, Map<String, Set<String>> known, Set<String> unknown) {
    known.forEach(
        (member, words) -> {
          JsonNode value = node.path(member);
          if (!value.isMissingNode() && !value.isNull() && !words.contains(value.asText())) {
            unknown.add(member + " " + (value.isTextual() ? value.asText() : value.toString()));
          }
        });
  }

  private static void members(JsonNode node, Set<String> known, Set<String> unknown) {
    node.properties()
        .forEach(
            entry -> {
              if (!known.contains(entry.getKey()) && !entry.getValue().isNull()) {
                unknown.add(entry.getKey());
              }
            });
  }
}
