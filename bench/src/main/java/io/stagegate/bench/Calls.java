package io.stagegate.bench;

import io.stagegate.local.support.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The calls that bring a template to a stack, made in one of two ways. They also see when Stagegate
 * is done: the same way and as often as for themselves.
 */
interface Calls {
  Duration LIMIT = Duration.ofMinutes(3);
  Duration EVERY = Duration.ofMillis(100);

  /** How they are made, a word for names and the table. */
  String way();

  /** PutObject. */
  void put(String bucket, String key, Path body) throws IOException;

  /** CreateChangeSet; returns its id. */
  String createChangeSet(String stack, String name, String templateUrl, boolean create)
      throws IOException;

  /** DescribeChangeSet; returns its status. */
  String changeSetStatus(String id) throws IOException;

  /** ExecuteChangeSet. */
  void execute(String id) throws IOException;

  /** DescribeStacks; returns the stack's status and when it was last updated. */
  String state(String stack) throws IOException;

  /** Waits until an update that began after {@code before} was seen is complete. */
  default void awaitUpdate(String stack, String before) {
    Waiting.until(
        "the update of " + stack,
        LIMIT,
        EVERY,
        () -> {
          String now = state(stack);
          if (now.contains("ROLLBACK") || now.contains("FAILED")) {
            throw new IllegalStateException(stack + " ended as " + now);
          }
          return Optional.of(now)
              .filter(state -> state.contains("E_COMPLETE") && !state.equals(before));
        });
  }
}
