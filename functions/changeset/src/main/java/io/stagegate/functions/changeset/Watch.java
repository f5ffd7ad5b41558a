package io.stagegate.functions.changeset;

import io.stagegate.cloud.Stacks;
import io.stagegate.release.Overtaken;
import io.stagegate.release.Rounds;
import io.stagegate.store.Keys;
import io.stagegate.store.OpenApproval;
import io.stagegate.store.Store;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/**
 * Compares the stacks of all releases that wait for people with what their reviews were made
 * against. What changed outside makes a review stale: its question ends.
 */
final class Watch {
  private final Store store;
  private final Stacks stacks;
  private final Overtaken overtaken;
  private final Rounds rounds;

  @Inject
  Watch(Store store, Stacks stacks, Clock clock) {
    this.store = store;
    this.stacks = stacks;
    this.overtaken = new Overtaken(store, clock);
    this.rounds = new Rounds(store, clock, "stacks");
  }

  /** One that can't be looked at doesn't keep the others from it; it is thrown then. */
  void run() {
    var failures = rounds.run(this::look);
    if (!failures.isEmpty()) {
      var first = failures.getFirst();
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  private void look(OpenApproval open) {
    var release = store.read(Keys.release(open.project(), open.release())).orElseThrow();
    var review = release.review();
    if (review == null) {
      return;
    }
    review.stacks().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(stack -> !ReviewMaker.version(stacks, stack.getKey()).equals(stack.getValue()))
        .findFirst()
        .ifPresent(
            stack ->
                overtaken.end(
                    open.project(), open.release(), review.digest(), sentence(stack.getKey())));
  }

  private static String sentence(String stackId) {
    return "Stack %s was changed from outside since the review was written. Ask again to see what would happen now."
        .formatted(stackId.replaceFirst("^arn:[^/]*/", "").replaceFirst("/.*", ""));
  }
}
