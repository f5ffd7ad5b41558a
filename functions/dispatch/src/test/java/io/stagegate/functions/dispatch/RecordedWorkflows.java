package io.stagegate.functions.dispatch;

import io.stagegate.cloud.Workflows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Workflows that record what they are asked, and fail where they are told to. */
final class RecordedWorkflows implements Workflows {
  private final List<String> calls = new ArrayList<>();
  private final Set<String> failing = new HashSet<>();
  private final Set<String> gone = new HashSet<>();
  private final Map<String, String> ended = new HashMap<>();

  /** Nothing waits with this token any more. */
  void forget(String token) {
    gone.add(token);
  }

  /** An execution ended so. */
  void end(String executionName, String how) {
    ended.put(executionName, how);
  }

  /** Calls that name this execution or token fail. */
  void fail(String nameOrToken) {
    failing.add(nameOrToken);
  }

  void recover() {
    failing.clear();
  }

  /** What was asked and done, the first in front. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void start(Machine machine, String executionName, String input) {
    requireWorking(executionName);
    calls.add("start " + machine + " " + executionName + " " + input);
  }

  @Override
  public boolean resume(String token, String output) {
    requireWorking(token);
    calls.add("resume " + token + " " + output);
    return !gone.contains(token);
  }

  @Override
  public Optional<String> ended(Machine machine, String executionName) {
    requireWorking(executionName);
    return Optional.ofNullable(ended.get(executionName));
  }

  private void requireWorking(String nameOrToken) {
    if (failing.contains(nameOrToken)) {
      throw new IllegalStateException("no answer for " + nameOrToken);
    }
  }
}
