package io.stagegate.local.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the functions of one execution answer.
 *
 * @param answers by task, one after the other; the last is given again
 */
record Script(Map<String, List<Object>> answers) {
  private static final Map<String, Object> SERVICE = Map.of("service", "orders");
  private static final Map<String, Object> FAILURE =
      Map.of("what", "Queue could not be made.", "where", "orders/Queue");

  /** A build where nothing goes wrong. */
  static Script ofBuild() {
    return common()
        .with(
            "package", Map.of("outcome", "PACKAGED", "stage", "dev", "services", List.of(SERVICE)))
        .with("begin", Map.of("go", true));
  }

  /** A release that is approved and where nothing goes wrong. */
  static Script ofRelease() {
    return common()
        .with("preflight", Map.of("ready", true, "services", List.of(SERVICE)))
        .with("review", Map.of("nothingToDo", false, "digest", "sha256:1"))
        .with("ask", Map.of("resume", Map.of("decision", "APPROVED")))
        .with("recheck", Map.of("same", true))
        .with("ended", Map.of("state", "ENDED"))
        .with("discard", Map.of("changeSets", 1));
  }

  private static Script common() {
    return new Script(Map.of())
        .with("take", Map.of("held", true, "fence", 1))
        .with("leave", Map.of("held", false, "fence", 0))
        .with("create", Map.of("stackId", "stack", "changeSetId", "set"))
        .with("poll", Map.of("state", "PENDING"), Map.of("state", "READY"))
        .with("execute", Map.of("stackId", "stack"))
        .with("progress", Map.of("state", "RUNNING"), Map.of("state", "DONE"))
        .with("deployed", Map.of("state", "DEPLOYED"))
        .with("failed", Map.of("state", "FAILED"));
  }

  static Map<String, Object> thrown(String name) {
    return Map.of("throw", name);
  }

  static Map<String, Object> failed() {
    return Map.of("state", "FAILED", "failure", FAILURE);
  }

  static Map<String, Object> refused() {
    return Map.of("failure", FAILURE);
  }

  static Map<String, Object> notReady() {
    return Map.of("ready", false, "services", List.of(), "failure", Map.of("what", "It is busy."));
  }

  /** The same, with other answers of one task. */
  Script with(String task, Map<String, Object> first, Object... next) {
    var more = new LinkedHashMap<>(answers);
    more.put(task, Stream.concat(Stream.of(first), Stream.of(next)).toList());
    return new Script(more);
  }
}
