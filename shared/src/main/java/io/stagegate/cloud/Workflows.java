package io.stagegate.cloud;

/** Running workflows. */
public interface Workflows {
  /** Starts an execution, unless one of that name was started before. */
  void start(Machine machine, String executionName, String input);

  /**
   * Lets a waiting execution go on. A token that nothing waits with any more is passed over: its
   * workflow went on or ended before.
   */
  void resume(String token, String output);

  /** The state machines. */
  enum Machine {
    BUILD,
    RELEASE
  }
}
