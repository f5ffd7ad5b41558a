package io.stagegate.functions.changeset;

import io.stagegate.cloud.Objects;
import io.stagegate.cloud.Stacks;
import io.stagegate.cloud.Stacks.ChangeSetRequest;
import io.stagegate.model.Failure;
import io.stagegate.model.Release.ServiceChangeSet;
import io.stagegate.model.ServicePackage;
import io.stagegate.model.StackReadiness;
import io.stagegate.release.Plan;
import io.stagegate.store.Store;
import io.stagegate.wiring.Packages;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes change sets from stored packages, and takes away those that were not applied. */
final class ChangeSets {
  private final Store store;
  private final Stacks stacks;
  private final Objects packages;
  private final Templates templates;

  /**
   * A change set was asked for.
   *
   * @param stackId null where CloudFormation refused
   * @param changeSetId null where CloudFormation refused
   * @param failure why it refused
   */
  record Asked(@Nullable String stackId, @Nullable String changeSetId, @Nullable Failure failure) {}

  /** Where the making of a change set stands. */
  record Made(State state, @Nullable Failure failure) {
    enum State {
      PENDING,
      READY,
      EMPTY,
      FAILED
    }
  }

  /** How many change sets were deleted. */
  record Discarded(int changeSets) {}

  @Inject
  ChangeSets(Store store, Stacks stacks, @Packages Objects packages, Templates templates) {
    this.store = store;
    this.stacks = stacks;
    this.packages = packages;
    this.templates = templates;
  }

  Asked create(ChangeSetTask.Create asked) {
    var plan = Plan.of(store, asked.change());
    var made = plan.packageOf(asked.service());
    var name = plan.stackName(asked.service());
    var readiness =
        stacks
            .find(name)
            .map(stack -> StackReadiness.of(name, stack.status()))
            .orElseGet(StackReadiness::ofAbsent);
    return switch (readiness) {
      case StackReadiness.Ready(var create) -> request(plan, made, name, create);
      case StackReadiness.NotReady(var reason) -> new Asked(null, null, new Failure(reason, name));
    };
  }

  private Asked request(Plan plan, ServicePackage made, String stack, boolean create) {
    try {
      var ref =
          stacks.create(
              new ChangeSetRequest(
                  stack,
                  plan.change().id(),
                  create,
                  packages.url(made.template().key()),
                  templates.parametersOf(made, plan.stage().target()),
                  made.capabilities(),
                  plan.stage().target().deployRole(),
                  tags(plan)));
      return new Asked(ref.stackId(), ref.id(), null);
    } catch (Stacks.StackRefusedException e) {
      return new Asked(
          null,
          null,
          new Failure("CloudFormation refuses the change set: " + e.getMessage(), made.service()));
    }
  }

  /** The tags say whose a stack is; none changes from build to build, or each would be a change. */
  private static Map<String, String> tags(Plan plan) {
    return Map.of(
        "stagegate:project", plan.project().id().value(),
        "stagegate:stage", plan.stage().name().value());
  }

  Made poll(ChangeSetTask.Poll asked) {
    var status = stacks.status(asked.changeSetId());
    if (status.isEmpty()) {
      return failed("The change set is gone: somebody deleted it.", asked.service());
    }
    if (status.get().empty()) {
      return new Made(Made.State.EMPTY, null);
    }
    return switch (status.get().status()) {
      case "CREATE_COMPLETE" -> new Made(Made.State.READY, null);
      case "CREATE_PENDING", "CREATE_IN_PROGRESS" -> new Made(Made.State.PENDING, null);
      default ->
          failed(
              "CloudFormation could not make the change set: "
                  + Optional.of(status.get().reason())
                      .filter(reason -> !reason.isEmpty())
                      .orElse(status.get().status()),
              asked.service());
    };
  }

  private static Made failed(String what, String where) {
    return new Made(Made.State.FAILED, new Failure(what, where));
  }

  /** Those that were applied stay: CloudFormation keeps them as its record. */
  Discarded discard(ChangeSetTask.Discard asked) {
    var release = Plan.release(store::read, asked.change());
    var names =
        release.changeSets().isEmpty()
            ? Plan.of(store, asked.change()).packages().stream()
                .flatMap(made -> madeFor(asked, made).stream())
                .collect(Collectors.toSet())
            : release.changeSets().stream().map(ServiceChangeSet::id).collect(Collectors.toSet());
    names.forEach(stacks::delete);
    return new Discarded(names.size());
  }

  /** A release that failed before its review has change sets that only their names tell of. */
  private Optional<String> madeFor(ChangeSetTask.Discard asked, ServicePackage made) {
    var plan = Plan.of(store, asked.change());
    return stacks.changeSet(plan.stackName(made.service()), asked.change().id());
  }
}
