package io.stagegate.functions.changeset;

import io.stagegate.cloud.Objects;
import io.stagegate.cloud.Stacks;
import io.stagegate.model.Event;
import io.stagegate.model.Failure;
import io.stagegate.model.Release;
import io.stagegate.model.ServicePackage;
import io.stagegate.model.StackReadiness;
import io.stagegate.model.StageStatus;
import io.stagegate.release.Plan;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.wiring.Packages;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks before anything is made: are the packages whole, and can the stacks be changed? */
final class Preflight {
  private final Store store;
  private final Stacks stacks;
  private final Objects packages;
  private final Clock clock;

  /** A service to make a change set for. */
  record ServiceName(String service) {}

  /**
   * Whether a release may go on.
   *
   * @param services in the order they are applied
   * @param failure why not, where it may not
   */
  record Answer(boolean ready, List<ServiceName> services, @Nullable Failure failure) {}

  @Inject
  Preflight(Store store, Stacks stacks, @Packages Objects packages, Clock clock) {
    this.store = store;
    this.stacks = stacks;
    this.packages = packages;
    this.clock = clock;
  }

  Answer check(ChangeSetTask.Preflight asked) {
    var plan = Plan.of(store, asked.change());
    begin(asked);
    return Stream.of(missingObject(plan), unreadyStack(plan))
        .flatMap(Optional::stream)
        .findFirst()
        .map(failure -> new Answer(false, List.of(), failure))
        .orElseGet(
            () ->
                new Answer(
                    true,
                    plan.packages().stream().map(made -> new ServiceName(made.service())).toList(),
                    null));
  }

  /** The build that is there now is the one the release will say it replaced. */
  private void begin(ChangeSetTask.Preflight asked) {
    store.transact(
        tx -> {
          var release = Plan.release(tx::get, asked.change());
          if (release.phase() == Release.Phase.PREPARING) {
            return release;
          }
          var current =
              tx.get(Keys.stage(release.project(), release.stage()))
                  .orElse(StageStatus.EMPTY)
                  .current();
          var now = clock.instant();
          tx.put(
              Keys.release(release.project(), release.number()), release.preparing(current, now));
          tx.note(
              Event.of(
                  release, now, "preparing", Event.STAGEGATE, "Its change sets are being made."));
          return release;
        });
  }

  /** The first object of a build that isn't there as it was built; empty where all are. */
  Optional<Failure> missingObject(Plan plan) {
    return plan.packages().stream()
        .flatMap(made -> Stream.concat(Stream.of(made.template()), made.objects().stream()))
        .filter(object -> !packages.holds(object))
        .findFirst()
        .map(
            object ->
                new Failure(
                    "A stored object of build "
                        + plan.build().number()
                        + " is missing or no longer what was built: "
                        + object.key()
                        + ".",
                    object.key()));
  }

  private Optional<Failure> unreadyStack(Plan plan) {
    return plan.packages().stream()
        .map(ServicePackage::service)
        .flatMap(service -> readiness(stacks, plan.stackName(service)).stream())
        .findFirst();
  }

  /** Why a stack can't be changed now; empty where it can. */
  static Optional<Failure> readiness(Stacks stacks, String name) {
    var readiness =
        stacks
            .find(name)
            .map(stack -> StackReadiness.of(name, stack.status()))
            .orElseGet(StackReadiness::ofAbsent);
    return switch (readiness) {
      case StackReadiness.Ready ready -> Optional.empty();
      case StackReadiness.NotReady(var reason) -> Optional.of(new Failure(reason, name));
    };
  }
}
