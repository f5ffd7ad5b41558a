package io.stagegate.local.workflow;

import java.util.List;
import java.util.Map;

/** The ways a release goes. */
class ReleasePathsTest extends WorkflowPaths {
  @Override
  List<Case> cases() {
    var release = Script.ofRelease();
    var head = "Begin TakeLease HasLease Preflight MayGo";
    var service = "CreateChangeSets BeginService CreateChangeSet ChangeSetAsked";
    var made =
        "IsChangeSetMade ChangeSetMade WaitForChangeSet IsChangeSetMade ChangeSetMade ServiceReady";
    var asked = "WriteReview Reviewed AskPeople";
    var applying = "Decided Recheck Same ApplyServices BeginApply";
    var end = "Discard LeaveLease Done";
    return List.of(
        Case.of(
            "approve",
            "release",
            release,
            head,
            service,
            made,
            asked,
            applying,
            "Execute WaitForCloudFormation Progress Applied WaitForCloudFormation Progress Applied",
            "ServiceDone RecordOutcome LeaveLease Done"),
        Case.of(
            "reject",
            "release",
            release.with("ask", decided("REJECTED")),
            head,
            service,
            made,
            asked,
            "Decided RecordRejected",
            end),
        Case.of(
            "expire",
            "release",
            release.with("ask", decided("EXPIRED")),
            head,
            service,
            made,
            asked,
            "Decided RecordExpired",
            end),
        Case.of(
            "longest-wait",
            "release",
            release.with("ask", decided("SUPERSEDED")),
            head,
            service,
            made,
            asked,
            "Decided RecordSuperseded",
            end),
        Case.of(
            "stale",
            "release",
            release.with("recheck", Map.of("same", false, "why", "It moved.")),
            head,
            service,
            made,
            asked,
            "Decided Recheck Same RecordSuperseded",
            end),
        Case.of(
            "nothing-to-do",
            "release",
            release
                .with("poll", Map.of("state", "EMPTY"))
                .with("review", Map.of("nothingToDo", true, "digest", "")),
            head,
            service,
            "IsChangeSetMade ChangeSetMade ServiceReady WriteReview Reviewed",
            "RecordNothingToDo",
            end),
        Case.of(
            "in-line",
            "release",
            release
                .with("take", Map.of("held", false, "fence", 0))
                .with("await", Map.of("resume", Map.of("held", true, "fence", 2)))
                .with("preflight", Script.notReady()),
            "Begin TakeLease HasLease WaitInLine Preflight MayGo RecordFailure",
            end),
        Case.of(
            "not-ready",
            "release",
            release.with("preflight", Script.notReady()),
            head,
            "RecordFailure",
            end),
        Case.of(
            "refused",
            "release",
            release.with("create", Script.refused()),
            head,
            service,
            "ChangeSetFailed RecordFailure",
            end),
        Case.of(
            "no-change-set",
            "release",
            release.with("poll", Script.failed()),
            head,
            service,
            "IsChangeSetMade ChangeSetMade ChangeSetFailed RecordFailure",
            end),
        Case.of(
            "rolled-back",
            "release",
            release.with("progress", Script.failed()),
            head,
            service,
            made,
            asked,
            applying,
            "Execute WaitForCloudFormation Progress Applied UpdateFailed RecordFailure",
            end));
  }

  private static Map<String, Object> decided(String decision) {
    return Map.of("resume", Map.of("decision", decision));
  }
}
