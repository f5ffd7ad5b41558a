package io.stagegate.cloud;

import java.util.Optional;

/** Running workflows. */
public interface Workflows {
  /** Starts an execution, unless one of that name was started before. */
  void start(Machine machine, String executionName, String input);

  /**
   * Lets a waiting execution go on.
   *
   * @return whether it waited; nothing waits with a token any more where its workflow went on
   *     before, or was ended
   */
  boolean resume(String token, String output);

  /**
   * How an execution ended, as Step Functions says it: {@code SUCCEEDED}, {@code FAILED}, {@code
   * TIMED_OUT} or {@code ABORTED}; empty while it goes on, and where there is none of that name.
   */
  Optional<String> ended(Machine machine, String executionName);

  /** The state machines. */
  enum Machine {
    BUILD,
    RELEASE
  }
}
