package io.stagegate.functions.deploy;

import io.stagegate.audit.AuditNote;
import io.stagegate.cloud.Stacks;
import io.stagegate.cloud.Stacks.StackEvent;
import io.stagegate.model.Approval;
import io.stagegate.model.Event;
import io.stagegate.model.Failure;
import io.stagegate.model.Frozen;
import io.stagegate.model.Lease;
import io.stagegate.model.Origin;
import io.stagegate.model.Release;
import io.stagegate.model.Vote;
import io.stagegate.release.Plan;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies change sets and follows them to their end. */
final class Execution {
  private static final String STACK = "AWS::CloudFormation::Stack";

  private final Store store;
  private final Stacks stacks;
  private final Clock clock;

  /** A change set is being applied. */
  record Started(String stackId) {}

  /** How far CloudFormation is. */
  record Progress(State state, @Nullable Failure failure) {
    enum State {
      RUNNING,
      DONE,
      FAILED
    }
  }

  /** What was asked for may not be applied. It is never retried. */
  static final class NotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotAllowedException(String message) {
      super(message);
    }
  }

  @Inject
  Execution(Store store, Stacks stacks, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.stacks = stacks;
  }

  /**
   * Applies a change set, if whoever asks still has the right to, and for a release if exactly this
   * review was approved.
   */
  Started execute(DeployTask.Execute asked) {
    store.transact(
        state -> {
          var plan = Plan.of(state::get, asked.change());
          requireLease(state, plan, asked);
          if (asked.change().release() != null) {
            var release = Plan.release(state::get, asked.change());
            requireApproval(state, plan, release, asked);
            remember(state, release, asked);
          }
          return true;
        });
    stacks.execute(asked.changeSetId(), asked.change().id());
    return new Started(asked.stackId());
  }

  private static void requireLease(Transaction state, Plan plan, DeployTask.Execute asked) {
    var key = Keys.lease(plan.project().id(), plan.stage().name());
    if (!state.get(key).orElse(Lease.FREE).heldBy(asked.change().id(), asked.fence())) {
      throw new NotAllowedException(asked.change().id() + " no longer holds its target");
    }
  }

  private static void requireApproval(
      Transaction state, Plan plan, Release release, DeployTask.Execute asked) {
    var approval = state.get(Keys.approval(release.project(), release.number()));
    boolean approved =
        approval
            .filter(given -> given.status() == Approval.Status.APPROVED)
            .filter(given -> given.digest().equals(asked.digest()))
            .isPresent();
    boolean reviewed =
        release.changeSets().stream().anyMatch(set -> set.id().equals(asked.changeSetId()));
    if (!approved || !reviewed) {
      throw new NotAllowedException(
          asked.changeSetId() + " is not what was approved for " + release.id());
    }
    if (release.despite() == null) {
      requireNoFreeze(plan, approval.get());
    }
  }

  /** What was approved before a freeze began is still applied; inside of it nobody approves. */
  private static void requireNoFreeze(Plan plan, Approval approval) {
    approval.votes().stream()
        .filter(vote -> !vote.override())
        .map(Vote::at)
        .max(Comparator.naturalOrder())
        .flatMap(at -> Frozen.of(plan.stage(), at))
        .ifPresent(
            frozen -> {
              throw new NotAllowedException(frozen.sentence());
            });
  }

  /** Before it is done, so that nothing is done that isn't remembered; each try is. */
  private void remember(Transaction state, Release release, DeployTask.Execute asked) {
    var said = "Applies the change set of %s to %s.".formatted(asked.service(), release.stage());
    var event = Event.of(release, clock.instant(), "executed", Event.STAGEGATE, said);
    state.audit(AuditNote.of(event, Origin.SYSTEM, asked.digest()));
  }

  /**
   * Reads how far a stack is, from the events of this very operation: the stack's status stays what
   * it was for a moment after a change set is executed, and may be another operation's after it.
   */
  Progress progress(DeployTask.Progress asked) {
    var events = stacks.events(asked.stackId(), asked.change().id());
    var ended =
        events.stream()
            .filter(event -> isStack(event, asked.stackId()))
            .findFirst()
            .map(StackEvent::status)
            .orElse("");
    return switch (ended) {
      case "CREATE_COMPLETE", "UPDATE_COMPLETE" -> new Progress(Progress.State.DONE, null);
      case "ROLLBACK_COMPLETE",
          "ROLLBACK_FAILED",
          "UPDATE_ROLLBACK_COMPLETE",
          "UPDATE_ROLLBACK_FAILED",
          "CREATE_FAILED",
          "UPDATE_FAILED",
          "DELETE_COMPLETE",
          "DELETE_FAILED" ->
          new Progress(Progress.State.FAILED, first(events, asked, ended));
      default -> new Progress(Progress.State.RUNNING, null);
    };
  }

  /**
   * The first resource that failed. Those that CloudFormation gave up because of it say "cancelled"
   * and come later, but the stack's own event may come before either.
   */
  private static Failure first(List<StackEvent> events, DeployTask.Progress asked, String ended) {
    return events.reversed().stream()
        .filter(event -> event.status().endsWith("_FAILED"))
        .filter(event -> !isStack(event, asked.stackId()))
        .filter(event -> !event.reason().toLowerCase(java.util.Locale.ROOT).contains("cancelled"))
        .findFirst()
        .map(
            event ->
                new Failure(
                    event.resource()
                        + " ("
                        + event.type()
                        + ") could not be changed: "
                        + (event.reason().isEmpty() ? event.status() : event.reason()),
                    asked.service() + "/" + event.resource()))
        .orElseGet(() -> ofStack(events, asked, ended));
  }

  /** CloudFormation may refuse a change before it touches a resource: only the stack says why. */
  private static Failure ofStack(List<StackEvent> events, DeployTask.Progress asked, String ended) {
    var why =
        events.reversed().stream()
            .filter(event -> isStack(event, asked.stackId()))
            .map(StackEvent::reason)
            .filter(reason -> !reason.isEmpty())
            .findFirst()
            .map(reason -> ": " + reason)
            .orElse(".");
    return new Failure("CloudFormation ended the change in " + ended + why, asked.service());
  }

  private static boolean isStack(StackEvent event, String stackId) {
    return event.type().equals(STACK) && event.physicalId().equals(stackId);
  }
}
