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

/**
 * Paths through the two state machines, by the states they enter. All paths of a class run side by
 * side on an emulator of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WorkflowPaths {
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

  private final Map<String, String> executions = new HashMap<>();
  private Emulator emulator;
  private StateMachines machines;

  /** One path: which machine, what its functions answer, and the states it must enter. */
  record Case(String name, String machine, Script script, List<String> states) {
    static Case of(String name, String machine, Script script, String... states) {
      return new Case(name, machine, script, List.of(String.join(" ", states).split(" ")));
    }

    @Override
    public String toString() {
      return machine + ": " + name;
    }
  }

  abstract List<Case> cases();

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    Map<String, Script> scripts = new LinkedHashMap<>();
    cases().forEach(path -> scripts.put(path.name(), path.script()));
    emulator = TestEmulator.start(folder);
    machines =
        new StateMachines(
            emulator.endpoint(),
            LocalSystem.REGION,
            Path.of(System.getProperty("stagegate.root"), "statemachines"),
            scripts);
    cases()
        .forEach(path -> executions.put(path.name(), machines.start(path.machine(), path.name())));
  }

  @AfterAll
  void stop() throws Exception {
    machines.close();
    emulator.close();
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
}
