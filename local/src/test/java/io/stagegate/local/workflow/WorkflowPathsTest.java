package io.stagegate.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.local.LocalSystem;
import io.stagegate.local.emulator.Emulator;
import io.stagegate.local.emulator.TestEmulator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Every path through the two state machines, by the states it enters. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkflowPathsTest {
  private static final String TRANSIENT = "io.stagegate.cloud.TransientException";

  /** The states inside the Maps, which an execution's history doesn't tell on every emulator. */
  private static final Set<String> INSIDE_MAP =
      Set.of(
          "BeginService",
          "CreateChangeSet",
          "ChangeSetAsked",
          "IsChangeSetMade",
          "ChangeSetMade",
          "WaitForChangeSet",
          "ChangeSetFailed",
          "HasChanges",
          "ServiceReady",
          "BeginApply",
          "Execute",
          "WaitForCloudFormation",
          "Progress",
          "Applied",
          "UpdateFailed",
          "ServiceDone");

  /** What the states that call a function ask of it. */
  private static final Map<String, String> TASKS =
      Map.ofEntries(
          Map.entry("Package", "package"),
          Map.entry("TakeLease", "take"),
          Map.entry("WaitInLine", "await"),
          Map.entry("LeaveLease", "leave"),
          Map.entry("BeginDeploy", "begin"),
          Map.entry("CreateChangeSet", "create"),
          Map.entry("IsChangeSetMade", "poll"),
          Map.entry("Execute", "execute"),
          Map.entry("Progress", "progress"),
          Map.entry("Record", "deployed"),
          Map.entry("RecordOutcome", "deployed"),
          Map.entry("RecordNothingToDo", "ended"),
          Map.entry("RecordRejected", "ended"),
          Map.entry("RecordExpired", "ended"),
          Map.entry("RecordSuperseded", "ended"),
          Map.entry("RecordFailure", "failed"),
          Map.entry("Preflight", "preflight"),
          Map.entry("WriteReview", "review"),
          Map.entry("AskPeople", "ask"),
          Map.entry("Recheck", "recheck"),
          Map.entry("Discard", "discard"));

  private final List<Case> cases = new ArrayList<>();
  private final Map<String, String> executions = new HashMap<>();
  @TempDir static Path folder;

  private Emulator emulator;
  private StateMachines machines;

  /** One path: which machine, what its functions answer, and the states it must enter. */
  record Case(String name, String machine, Script script, List<String> states) {
    @Override
    public String toString() {
      return machine + ": " + name;
    }
  }

  @BeforeAll
  void start() throws Exception {
    builds();
    releases();
    Map<String, Script> scripts = new LinkedHashMap<>();
    cases.forEach(path -> scripts.put(path.name(), path.script()));
    emulator = TestEmulator.start(folder);
    machines =
        new StateMachines(
            emulator.endpoint(),
            LocalSystem.REGION,
            Path.of(System.getProperty("stagegate.root"), "statemachines"),
            scripts);
    cases.forEach(path -> executions.put(path.name(), machines.start(path.machine(), path.name())));
  }

  @AfterAll
  void stop() throws Exception {
    machines.close();
    emulator.close();
  }

  List<Case> cases() {
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void path(Case path) throws Exception {
    var run = machines.finish(path.name(), String.valueOf(executions.get(path.name())));

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.states()).isEqualTo(withoutInner(path.states()));
    assertThat(once(run.calls()))
        .isEqualTo(
            once(path.states().stream().filter(TASKS::containsKey).map(TASKS::get).toList()));
  }

  private static List<String> withoutInner(List<String> states) {
    return states.stream().filter(state -> !INSIDE_MAP.contains(state)).toList();
  }

  /** A call that is made again at once, after a failure or a wait, counts once. */
  private static List<String> once(List<String> calls) {
    List<String> once = new ArrayList<>();
    for (var call : calls) {
      if (once.isEmpty() || !once.getLast().equals(call)) {
        once.add(call);
      }
    }
    return once;
  }

  private void builds() {
    var build = Script.ofBuild();
    var head = "Begin Package Packaged TakeLease HasLease BeginDeploy StillNewest";
    var service = "BeginService CreateChangeSet ChangeSetAsked";
    var made = "IsChangeSetMade ChangeSetMade WaitForChangeSet IsChangeSetMade ChangeSetMade";
    var applied =
        "Execute WaitForCloudFormation Progress Applied WaitForCloudFormation Progress Applied";
    var failed = "RecordFailure LeaveLease Done";

    add(
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
        "Record LeaveLease Done");
    add(
        "not-packaged",
        "build",
        build.with("package", Map.of("outcome", "FAILED", "what", "no template")),
        "Begin Package Packaged Done");
    add(
        "waits-in-line",
        "build",
        build
            .with("take", Map.of("held", false, "fence", 0))
            .with("await", Map.of("resume", Map.of("held", true, "fence", 2)))
            .with("begin", Map.of("go", false)),
        "Begin Package Packaged TakeLease HasLease WaitInLine BeginDeploy StillNewest",
        "LeaveLease Done");
    add(
        "newer-was-faster",
        "build",
        build.with("begin", Map.of("go", false)),
        head,
        "LeaveLease Done");
    add(
        "nothing-to-deploy",
        "build",
        build.with("poll", Map.of("state", "EMPTY")),
        head,
        "DeployServices",
        service,
        "IsChangeSetMade ChangeSetMade HasChanges ServiceDone Record LeaveLease Done");
    add(
        "change-set-refused",
        "build",
        build.with("create", Script.refused()),
        head,
        "DeployServices",
        service,
        "ChangeSetFailed",
        failed);
    add(
        "change-set-failed",
        "build",
        build.with("poll", Script.failed()),
        head,
        "DeployServices",
        service,
        "IsChangeSetMade ChangeSetMade ChangeSetFailed",
        failed);
    add(
        "update-failed",
        "build",
        build.with("progress", Script.failed()),
        head,
        "DeployServices",
        service,
        made,
        "HasChanges",
        "Execute WaitForCloudFormation Progress Applied UpdateFailed",
        failed);
    add(
        "trouble-passes",
        "build",
        build.with(
            "begin", Script.thrown(TRANSIENT), Script.thrown(TRANSIENT), Map.of("go", false)),
        head,
        "LeaveLease Done");
    add(
        "trouble-stays",
        "build",
        build.with("begin", Script.thrown("java.lang.Error")),
        "Begin Package Packaged TakeLease HasLease BeginDeploy",
        failed);
    add(
        "trouble-while-packaging",
        "build",
        build.with("package", Script.thrown("java.lang.Error")),
        "Begin Package",
        failed);
  }

  private void releases() {
    var release = Script.ofRelease();
    var head = "Begin TakeLease HasLease Preflight MayGo";
    var service = "CreateChangeSets BeginService CreateChangeSet ChangeSetAsked";
    var made =
        "IsChangeSetMade ChangeSetMade WaitForChangeSet IsChangeSetMade ChangeSetMade ServiceReady";
    var asked = "WriteReview Reviewed AskPeople";
    var applying = "Decided Recheck Same ApplyServices BeginApply";
    var end = "Discard LeaveLease Done";

    add(
        "approve",
        "release",
        release,
        head,
        service,
        made,
        asked,
        applying,
        "Execute WaitForCloudFormation Progress Applied WaitForCloudFormation Progress Applied",
        "ServiceDone RecordOutcome LeaveLease Done");
    add(
        "reject",
        "release",
        release.with("ask", decided("REJECTED")),
        head,
        service,
        made,
        asked,
        "Decided RecordRejected",
        end);
    add(
        "expire",
        "release",
        release.with("ask", decided("EXPIRED")),
        head,
        service,
        made,
        asked,
        "Decided RecordExpired",
        end);
    add(
        "longest-wait",
        "release",
        release.with("ask", decided("SUPERSEDED")),
        head,
        service,
        made,
        asked,
        "Decided RecordSuperseded",
        end);
    add(
        "stale",
        "release",
        release.with("recheck", Map.of("same", false, "why", "It moved.")),
        head,
        service,
        made,
        asked,
        "Decided Recheck Same RecordSuperseded",
        end);
    add(
        "nothing-to-do",
        "release",
        release
            .with("poll", Map.of("state", "EMPTY"))
            .with("review", Map.of("nothingToDo", true, "digest", "")),
        head,
        service,
        "IsChangeSetMade ChangeSetMade ServiceReady WriteReview Reviewed",
        "RecordNothingToDo",
        end);
    add(
        "in-line",
        "release",
        release
            .with("take", Map.of("held", false, "fence", 0))
            .with("await", Map.of("resume", Map.of("held", true, "fence", 2)))
            .with("preflight", notReady()),
        "Begin TakeLease HasLease WaitInLine Preflight MayGo RecordFailure",
        end);
    add("not-ready", "release", release.with("preflight", notReady()), head, "RecordFailure", end);
    add(
        "refused",
        "release",
        release.with("create", Script.refused()),
        head,
        service,
        "ChangeSetFailed RecordFailure",
        end);
    add(
        "no-change-set",
        "release",
        release.with("poll", Script.failed()),
        head,
        service,
        "IsChangeSetMade ChangeSetMade ChangeSetFailed RecordFailure",
        end);
    add(
        "rolled-back",
        "release",
        release.with("progress", Script.failed()),
        head,
        service,
        made,
        asked,
        applying,
        "Execute WaitForCloudFormation Progress Applied UpdateFailed RecordFailure",
        end);
    add(
        "emulator-error",
        "release",
        release.with("preflight", Script.thrown(TRANSIENT), notReady()),
        head,
        "RecordFailure",
        end);
    add(
        "not-allowed",
        "release",
        release.with("execute", Script.thrown("NotAllowed")),
        head,
        service,
        made,
        asked,
        applying,
        "Execute RecordFailure",
        end);
    add(
        "nothing-recorded",
        "release",
        release
            .with("preflight", notReady())
            .with("failed", Script.thrown("java.lang.Error"))
            .with("discard", Script.thrown("java.lang.Error")),
        head,
        "RecordFailure",
        end);
  }

  private static Map<String, Object> decided(String decision) {
    return Map.of("resume", Map.of("decision", decision));
  }

  private static Map<String, Object> notReady() {
    return Map.of("ready", false, "services", List.of(), "failure", Map.of("what", "It is busy."));
  }

  private void add(String name, String machine, Script script, String... states) {
    cases.add(new Case(name, machine, script, List.of(String.join(" ", states).split(" "))));
  }
}
