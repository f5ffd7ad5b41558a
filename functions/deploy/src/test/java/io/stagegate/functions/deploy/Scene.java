package io.stagegate.functions.deploy;

import static io.stagegate.release.Samples.SHOP;

import io.stagegate.audit.AuditEntry;
import io.stagegate.audit.AuditLog;
import io.stagegate.cloud.MemoryStacks;
import io.stagegate.http.Ticking;
import io.stagegate.model.Build;
import io.stagegate.model.Event;
import io.stagegate.model.Lease;
import io.stagegate.model.Release;
import io.stagegate.model.StageName;
import io.stagegate.model.StageStatus;
import io.stagegate.release.Change;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.Samples;
import io.stagegate.store.AuditKeys;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import java.util.List;
import java.util.function.UnaryOperator;

/** Builds 1 and 2 in dev, and as many releases of build 2 to production as a test asks for. */
final class Scene {
  static final String STACK = "shop-production-api";

  final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  final MemoryStore store = new MemoryStore(clock);
  final MemoryStacks stacks = new MemoryStacks();
  final Leases leases = new Leases(store, clock);

  Scene() {
    Samples.withTwoBuilds(store);
  }

  /** The next release of build 2. */
  Change release() {
    return switch (new RequestRelease(store, clock)
        .promote(SHOP, StageName.DEV, 2, Samples.person("ada"))) {
      case RequestRelease.Outcome.Requested(var release, var shortfall) ->
          Change.ofRelease(SHOP, release.number());
      case RequestRelease.Outcome.Refused(var reason) -> throw new AssertionError(reason);
      case RequestRelease.Outcome.NotAllowed(var reason) -> throw new AssertionError(reason);
      case RequestRelease.Outcome.Unknown(var reason) -> throw new AssertionError(reason);
    };
  }

  /** A build that is being deployed to dev. */
  Change build(int number) {
    store.transact(
        tx -> {
          tx.put(
              Keys.build(SHOP, number), Samples.build(number).packaged(List.of(), clock.instant()));
          return true;
        });
    return Change.ofBuild(SHOP, number);
  }

  void update(Change change, UnaryOperator<Release> step) {
    var key = Keys.release(SHOP, numberOf(change));
    store.transact(
        tx -> {
          tx.put(key, step.apply(tx.get(key).orElseThrow()));
          return true;
        });
  }

  Release release(Change change) {
    return store.read(Keys.release(SHOP, numberOf(change))).orElseThrow();
  }

  private static int numberOf(Change change) {
    var number = change.release();
    if (number == null) {
      throw new AssertionError(change.id() + " is no release");
    }
    return number;
  }

  Build readBuild(int number) {
    return store.read(Keys.build(SHOP, number)).orElseThrow();
  }

  Lease lease(StageName stage) {
    return store.read(Keys.lease(SHOP, stage)).orElse(Lease.FREE);
  }

  StageStatus status(StageName stage) {
    return store.read(Keys.stage(SHOP, stage)).orElse(StageStatus.EMPTY);
  }

  List<Event> events() {
    return store.list(Keys.events(SHOP), 1000, null).items();
  }

  /** The audit log's entries of the project. */
  List<AuditEntry> audit() {
    return store.list(AuditKeys.auditEntries(AuditLog.of(SHOP), false), 1000, null).items();
  }

  List<String> eventTypes() {
    return events().stream().map(Event::type).toList().reversed();
  }
}
