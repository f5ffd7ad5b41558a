package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the state of a change set, its hooks and its paging mean. */
final class StatusRisks {
  private static final Set<String> STATUSES =
      Set.of(
          "CREATE_PENDING",
          "CREATE_IN_PROGRESS",
          "CREATE_COMPLETE",
          "DELETE_PENDING",
          "DELETE_IN_PROGRESS",
          "DELETE_COMPLETE",
          "DELETE_FAILED",
          "FAILED");
  private static final Set<String> EXECUTION_STATUSES =
      Set.of(
          "UNAVAILABLE",
          "AVAILABLE",
          "EXECUTE_IN_PROGRESS",
          "EXECUTE_COMPLETE",
          "EXECUTE_FAILED",
          "OBSOLETE");

  private StatusRisks() {}

  static List<Risk> of(ChangeSetInfo info, List<JsonNode> documents) {
    List<Risk> risks = new ArrayList<>();
    word(risks, "status", info.status(), STATUSES);
    word(risks, "execution status", info.executionStatus(), EXECUTION_STATUSES);
    String reason = info.statusReason();
    if (reason != null && reason.startsWith("[WARN]")) {
      risks.add(
          Risk.unsure(
              RiskKind.INCOMPLETE,
              RiskLevel.MEDIUM,
              "CloudFormation warns that its answer is incomplete: "
                  + reason.substring(6).strip()));
    }
    if (unfinished(documents)) {
      risks.add(
          Risk.sure(
              RiskKind.INCOMPLETE,
              RiskLevel.HIGH,
              "The last page of "
                  + (info.name() == null ? "the change set" : info.name())
                  + " is missing: there are changes that are not shown here"));
    }
    for (JsonNode document : documents) {
      document.path("Hooks").forEach(hook -> risks.add(hook(hook)));
      String drift = Json.text(document, "StackDriftStatus");
      if (drift != null && !drift.equals("IN_SYNC") && !drift.equals("NOT_CHECKED")) {
        risks.add(
            Risk.sure(
                RiskKind.DRIFT,
                RiskLevel.MEDIUM,
                "The stack differs from what was deployed (" + drift + ")"));
      }
    }
    return risks.stream().distinct().toList();
  }

  private static void word(
      List<Risk> risks, String what, @Nullable String word, Set<String> known) {
    if (word != null && !known.contains(word)) {
      risks.add(
          Risk.unsure(
              RiskKind.UNKNOWN,
              RiskLevel.MEDIUM,
              "CloudFormation gives a " + what + " that is not known here: " + word));
    }
  }

  /**
   * Every answer that goes over several pages has one last page, which names no next one. The
   * answers with and without property values are told apart; a page may be either's.
   */
  private static boolean unfinished(List<JsonNode> documents) {
    List<JsonNode> valued = new ArrayList<>();
    List<JsonNode> plain = new ArrayList<>();
    List<JsonNode> either = new ArrayList<>();
    for (JsonNode document : documents) {
      List<JsonNode> rows = Json.list(document.path("Changes"));
      if (rows.stream().anyMatch(Documents::withValues)) {
        valued.add(document);
      } else if (rows.stream().allMatch(Documents::nested)) {
        either.add(document);
      } else {
        plain.add(document);
      }
    }
    boolean ends = either.stream().anyMatch(StatusRisks::last);
    return endless(documents) || !ends && (endless(valued) || endless(plain));
  }

  private static boolean endless(List<JsonNode> pages) {
    return !pages.isEmpty() && pages.stream().noneMatch(StatusRisks::last);
  }

  private static boolean last(JsonNode page) {
    return Json.text(page, "NextToken", "").isEmpty();
  }

  private static Risk hook(JsonNode hook) {
    boolean stops = "FAIL".equals(Json.text(hook, "FailureMode"));
    JsonNode resource = hook.path("TargetDetails").path("ResourceTargetDetails");
    String target = Json.text(resource, "LogicalResourceId", "");
    return Risk.unsure(
        RiskKind.HOOK,
        RiskLevel.LOW,
        "The hook "
            + Json.text(hook, "TypeName", "without a name")
            + " checks "
            + (target.isEmpty() ? "the deployment" : target)
            + (stops ? " and stops it if it fails" : " and only warns if it fails"));
  }
}
