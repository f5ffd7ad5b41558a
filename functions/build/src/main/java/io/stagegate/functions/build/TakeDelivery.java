package io.stagegate.functions.build;

import io.stagegate.model.Build;
import io.stagegate.model.Commit;
import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import io.stagegate.model.Project;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Push;
import io.stagegate.model.StageName;
import io.stagegate.model.StageStatus;
import io.stagegate.source.WebhookMessage;
import io.stagegate.store.Counters;
import io.stagegate.store.Delivery;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a webhook delivery from the queue: writes the builds it asks for, with what starts them.
 *
 * <p>A repeat changes nothing. GitHub keeps a delivery's id when it is sent again within three
 * days; the queue may hand a message over twice; and two webhooks of a repository tell of the same
 * push under two ids, so a move of a branch that was taken isn't taken again either, unless the
 * branch is back where it begins.
 */
public final class TakeDelivery {
  /** Longer than GitHub, or the queue with its dead letters, can bring a delivery again. */
  static final Duration REMEMBERED = Duration.ofDays(30);

  /** A transaction takes 100 actions, and a stage needs five and reads three. */
  static final int STAGES_AT_ONCE = 10;

  /** Who a push is by, in events. */
  private static final String GITHUB = "github";

  private final Store store;
  private final Clock clock;

  /** What came of a delivery. */
  public sealed interface Outcome {
    /** Builds were written, with these numbers. */
    record Queued(List<Integer> builds) implements Outcome {
      public Queued {
        builds = List.copyOf(builds);
      }
    }

    /** It asks for nothing, with the reason as a sentence. */
    record Ignored(String reason) implements Outcome {}

    /** It was taken before. */
    record Repeat() implements Outcome {}

    /** The project was removed while it waited. */
    record NoProject() implements Outcome {}
  }

  @Inject
  public TakeDelivery(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Takes a delivery. */
  public Outcome take(WebhookMessage message) {
    var queued = new ArrayList<Integer>();
    while (true) {
      var turn = store.transact(transaction -> take(transaction, message));
      if (turn.outcome() instanceof Outcome.Queued(var builds)) {
        queued.addAll(builds);
      }
      if (!turn.more()) {
        return queued.isEmpty() ? turn.outcome() : new Outcome.Queued(queued);
      }
    }
  }

  /**
   * What one transaction did.
   *
   * @param more whether stages are left for the next one
   */
  private record Turn(Outcome outcome, boolean more) {}

  private Turn take(Transaction transaction, WebhookMessage message) {
    var id = message.project();
    var project = transaction.get(Keys.project(id));
    if (project.isEmpty()) {
      return new Turn(new Outcome.NoProject(), false);
    }
    var delivery = Keys.delivery(id, message.delivery());
    if (transaction.get(delivery).isPresent()) {
      return new Turn(new Outcome.Repeat(), false);
    }
    var now = clock.instant();
    var turn = push(transaction, project.get(), message.push(), now);
    if (!turn.more()) {
      transaction.put(delivery, new Delivery(message.delivery(), now), now.plus(REMEMBERED));
    }
    return turn;
  }

  private static Turn push(Transaction transaction, Project project, Push push, Instant now) {
    return switch (push.answerFor(project)) {
      case Push.Answer.Ignore(var reason) -> {
        transaction.note(new Event(project.id(), now, "push.ignored", "project", GITHUB, reason));
        yield new Turn(new Outcome.Ignored(reason), false);
      }
      case Push.Answer.Build(var commit, var stages) -> {
        var fresh =
            stages.stream().filter(stage -> isNew(transaction, project.id(), stage, push)).toList();
        var turn = fresh.stream().limit(STAGES_AT_ONCE).toList();
        var builds =
            turn.stream().map(stage -> queue(transaction, project.id(), push, commit, stage, now));
        yield new Turn(
            fresh.isEmpty() ? new Outcome.Repeat() : new Outcome.Queued(builds.toList()),
            fresh.size() > STAGES_AT_ONCE);
      }
    };
  }

  private static boolean isNew(Transaction transaction, ProjectId id, StageName stage, Push push) {
    return transaction.get(Keys.pushed(id, stage, push)).isEmpty()
        || transaction
            .get(Keys.stage(id, stage))
            .map(StageStatus::latest)
            .flatMap(latest -> transaction.get(Keys.build(id, latest)))
            .map(build -> push.movesAgain(build.commit().sha()))
            .orElse(false);
  }

  private static int queue(
      Transaction transaction,
      ProjectId id,
      Push push,
      Commit commit,
      StageName stage,
      Instant now) {
    var counters = transaction.get(Keys.counters(id)).orElse(Counters.NONE).nextBuild();
    transaction.put(Keys.counters(id), counters);
    var build = Build.queued(id, counters.builds(), stage, commit, now);
    transaction.put(Keys.build(id, build.number()), build);
    transaction.put(
        Keys.pushed(id, stage, push), new Delivery(commit.sha(), now), now.plus(REMEMBERED));
    var status = transaction.get(Keys.stage(id, stage)).orElse(StageStatus.EMPTY);
    transaction.put(Keys.stage(id, stage), status.started(build.number()));
    var text =
        "Build %d of %s for %s: %s"
            .formatted(build.number(), commit.shortSha(), stage, commit.message());
    transaction.note(Event.of(build, now, "queued", GITHUB, text.strip()));
    transaction.send(new Effect.StartBuild(id, build.number()));
    return build.number();
  }
}
