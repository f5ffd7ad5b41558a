package io.stagegate.local.workflow;

import java.util.List;
import java.util.Map;

/** Functions that throw: what passes is tried again, and what stays is recorded. */
class TroublePathsTest extends WorkflowPaths {
  private static final Map<String, Object> TRANSIENT =
      Script.thrown("io.stagegate.cloud.TransientException");
  private static final Map<String, Object> CONTENTION =
      Script.thrown("io.stagegate.store.Store$ContentionException");
  private static final Map<String, Object> DEFECT = Script.thrown("java.lang.Error");

  @Override
  List<Case> cases() {
    var build = Script.ofBuild();
    var release = Script.ofRelease();
    var asked =
        "Begin TakeLease HasLease Preflight MayGo CreateChangeSets BeginService CreateChangeSet"
            + " ChangeSetAsked IsChangeSetMade ChangeSetMade WaitForChangeSet IsChangeSetMade"
            + " ChangeSetMade ServiceReady WriteReview Reviewed AskPeople";
    return List.of(
        Case.of(
            "passes",
            "build",
            build.with("begin", TRANSIENT, CONTENTION, Map.of("go", false)),
            "Begin Package Packaged TakeLease HasLease BeginDeploy StillNewest LeaveLease Done"),
        Case.of(
            "stays",
            "build",
            build.with("begin", DEFECT),
            "Begin Package Packaged TakeLease HasLease BeginDeploy RecordFailure LeaveLease Done"),
        Case.of(
            "stays-while-packaging",
            "build",
            build.with("package", DEFECT),
            "Begin Package RecordFailure LeaveLease Done"),
        Case.of(
            "passes-in-a-release",
            "release",
            release.with("preflight", TRANSIENT, CONTENTION, Script.notReady()),
            "Begin TakeLease HasLease Preflight MayGo RecordFailure Discard LeaveLease Done"),
        Case.of(
            "not-allowed",
            "release",
            release.with("execute", Script.thrown("NotAllowed")),
            asked,
            "Decided Recheck Same ApplyServices BeginApply Execute RecordFailure",
            "Discard LeaveLease Done"),
        Case.of(
            "nothing-recorded",
            "release",
            release
                .with("preflight", Script.notReady())
                .with("failed", DEFECT)
                .with("discard", DEFECT),
            "Begin TakeLease HasLease Preflight MayGo RecordFailure Discard LeaveLease Done"));
  }
}
