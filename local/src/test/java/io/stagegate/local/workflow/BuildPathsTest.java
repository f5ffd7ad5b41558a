package io.stagegate.local.workflow;

import java.util.List;
import java.util.Map;

/** The ways a build goes. */
class BuildPathsTest extends WorkflowPaths {
  @Override
  List<Case> cases() {
    var build = Script.ofBuild();
    var head = "Begin Package Packaged TakeLease HasLease BeginDeploy StillNewest";
    var service = "BeginService CreateChangeSet ChangeSetAsked";
    var made = "IsChangeSetMade ChangeSetMade WaitForChangeSet IsChangeSetMade ChangeSetMade";
    var applied =
        "Execute WaitForCloudFormation Progress Applied WaitForCloudFormation Progress Applied";
    var failed = "RecordFailure LeaveLease Done";
    return List.of(
        Case.of(
            "deployed",
            "build",
            build,
            head,
            "DeployServices",
            service,
            made,
            "HasChanges",
            applied,
            "ServiceDone",
            "Record LeaveLease Done"),
        Case.of(
            "not-packaged",
            "build",
            build.with("package", Map.of("outcome", "FAILED", "what", "no template")),
            "Begin Package Packaged Done"),
        Case.of(
            "waits-in-line",
            "build",
            build
                .with("take", Map.of("held", false, "fence", 0))
                .with("await", Map.of("resume", Map.of("held", true, "fence", 2)))
                .with("begin", Map.of("go", false)),
            "Begin Package Packaged TakeLease HasLease WaitInLine BeginDeploy StillNewest",
            "LeaveLease Done"),
        Case.of(
            "newer-was-faster",
            "build",
            build.with("begin", Map.of("go", false)),
            head,
            "LeaveLease Done"),
        Case.of(
            "nothing-to-deploy",
            "build",
            build.with("poll", Map.of("state", "EMPTY")),
            head,
            "DeployServices",
            service,
            "IsChangeSetMade ChangeSetMade HasChanges ServiceDone Record LeaveLease Done"),
        Case.of(
            "change-set-refused",
            "build",
            build.with("create", Script.refused()),
            head,
            "DeployServices",
            service,
            "ChangeSetFailed",
            failed),
        Case.of(
            "change-set-failed",
            "build",
            build.with("poll", Script.failed()),
            head,
            "DeployServices",
            service,
            "IsChangeSetMade ChangeSetMade ChangeSetFailed",
            failed),
        Case.of(
            "update-failed",
            "build",
            build.with("progress", Script.failed()),
            head,
            "DeployServices",
            service,
            made,
            "HasChanges",
            "Execute WaitForCloudFormation Progress Applied UpdateFailed",
            failed));
  }
}
