package io.stagegate.functions.deploy;

import io.stagegate.audit.AuditNote;
import io.stagegate.model.Build;
import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import io.stagegate.model.Failure;
import io.stagegate.model.Lease;
import io.stagegate.model.Notice;
import io.stagegate.model.Origin;
import io.stagegate.model.Release;
import io.stagegate.model.StageStatus;
import io.stagegate.release.Change;
import io.stagegate.release.NewerBuild;
import io.stagegate.release.Plan;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Records how builds and releases end. Each is written once: a repeat finds it written. */
final class Outcomes {
  private final Store store;
  private final Clock clock;

  /** Whether a build goes on. */
  record Begun(boolean go) {}

  /** What was recorded. */
  record Recorded(String state) {}

  @Inject
  Outcomes(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A build whose turn comes after a newer one's isn't deployed over it. */
  Begun begin(DeployTask.Begin asked) {
    return store.transact(
        tx -> {
          var plan = Plan.of(tx::get, asked.change());
          var current = status(tx, plan).current();
          if (current == null || current <= plan.build().number()) {
            return new Begun(true);
          }
          if (!plan.build().state().ended()) {
            skip(tx, plan, current);
          }
          return new Begun(false);
        });
  }

  private void skip(Transaction tx, Plan plan, int newer) {
    var now = clock.instant();
    put(tx, plan.build().skipped(now));
    tx.note(
        Event.of(
            plan.build(),
            now,
            "skipped",
            Event.STAGEGATE,
            "Not deployed to "
                + plan.stage().name()
                + ": the newer build "
                + newer
                + " is there."));
  }

  /** All is applied: the build is what the stage has now, and for a release it is promoted. */
  Recorded deployed(DeployTask.Deployed asked) {
    return store.transact(
        tx -> {
          var plan = Plan.of(tx::get, asked.change());
          var lease = tx.get(Keys.lease(plan.project().id(), plan.stage().name()));
          if (!lease.orElse(Lease.FREE).heldBy(asked.change().id(), asked.fence())) {
            throw new Execution.NotAllowedException(
                asked.change().id() + " no longer holds its target");
          }
          var now = clock.instant();
          if (asked.change().release() == null) {
            var build = plan.build();
            if (!build.state().ended()) {
              put(tx, build.deployed(now));
              putStatus(tx, plan, status(tx, plan).deployed(build.number(), now));
              tx.note(
                  Event.of(
                      build,
                      now,
                      "deployed",
                      Event.STAGEGATE,
                      "Deployed to " + build.stage() + "."));
              NewerBuild.deployed(tx, plan.project(), build, now);
            }
          } else {
            promoted(tx, plan, Plan.release(tx::get, asked.change()));
          }
          return new Recorded("DEPLOYED");
        });
  }

  private void promoted(Transaction tx, Plan plan, Release release) {
    if (release.phase().ended()) {
      return;
    }
    var now = clock.instant();
    put(tx, plan.build().promoted(release.number(), now));
    putStatus(tx, plan, status(tx, plan).deployed(plan.build().number(), now));
    end(
        tx,
        release.ended(Release.Phase.SUCCEEDED, null, now),
        Event.of(
            release,
            now,
            "succeeded",
            Event.STAGEGATE,
            "Build "
                + release.build()
                + " is in "
                + release.stage()
                + (release.replaces() == null
                    ? "."
                    : ", where build " + release.replaces() + " was.")));
  }

  Recorded ended(DeployTask.Ended asked) {
    return store.transact(
        tx -> {
          var release = Plan.release(tx::get, asked.change());
          if (!release.phase().ended()) {
            var now = clock.instant();
            var why = asked.why() == null ? null : new Failure(asked.why(), null);
            end(
                tx,
                release.ended(asked.phase(), why, now),
                Event.of(
                    release,
                    now,
                    asked.phase().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    Event.STAGEGATE,
                    sentence(asked.phase(), asked.why(), release)));
          }
          return new Recorded(asked.phase().name());
        });
  }

  private static String sentence(Release.Phase phase, @Nullable String why, Release release) {
    var stage = release.stage();
    return switch (phase) {
      case NOTHING_TO_DO -> "There was nothing to do: " + stage + " is like that already.";
      case REJECTED -> "Rejected; " + stage + " is as it was.";
      case EXPIRED -> "Nobody decided in time; " + stage + " is as it was.";
      case SUPERSEDED -> why == null ? "What was reviewed is no longer what would happen." : why;
      default -> why == null ? phase.name() : why;
    };
  }

  Recorded failed(DeployTask.Failed asked) {
    var failure = Causes.failureOf(asked.error(), asked.cause());
    return store.transact(
        tx -> {
          recordFailure(tx, asked.change(), failure);
          return new Recorded("FAILED");
        });
  }

  private void recordFailure(Transaction tx, Change change, Failure failure) {
    var now = clock.instant();
    if (change.release() != null) {
      var release = Plan.release(tx::get, change);
      if (!release.phase().ended()) {
        end(
            tx,
            release.ended(Release.Phase.FAILED, failure, now),
            Event.of(release, now, "failed", Event.STAGEGATE, failure.what()));
      }
      return;
    }
    var build = Plan.of(tx::get, change).build();
    if (!build.state().ended()) {
      put(tx, build.failed(failure, now));
      tx.note(Event.of(build, now, "failed", Event.STAGEGATE, failure.what()));
    }
  }

  private static StageStatus status(Transaction tx, Plan plan) {
    return tx.get(Keys.stage(plan.project().id(), plan.stage().name())).orElse(StageStatus.EMPTY);
  }

  private static void putStatus(Transaction tx, Plan plan, StageStatus status) {
    tx.put(Keys.stage(plan.project().id(), plan.stage().name()), status);
  }

  private static void put(Transaction tx, Build build) {
    tx.put(Keys.build(build.project(), build.number()), build);
  }

  /**
   * However a release ends: those concerned are told, and the audit log has one entry that says so.
   */
  private static void end(Transaction tx, Release ended, Event event) {
    var review = ended.review();
    tx.put(Keys.release(ended.project(), ended.number()), ended);
    tx.note(event);
    tx.audit(
        AuditNote.of(event, Origin.SYSTEM, review == null ? null : review.digest())
            .as("release.ended"));
    tx.send(new Effect.Announce(ended.project(), ended.number(), Notice.Kind.ENDED));
  }
}
