package io.stagegate.functions.changeset;

import io.stagegate.cloud.Objects;
import io.stagegate.model.Event;
import io.stagegate.model.Release;
import io.stagegate.model.Release.ReviewRef;
import io.stagegate.model.Release.ServiceChangeSet;
import io.stagegate.release.Change;
import io.stagegate.release.Plan;
import io.stagegate.review.Review;
import io.stagegate.review.ReviewCodec;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.wiring.Reviews;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the review that people decide on, and makes it again before anything is applied. */
final class ReviewDesk {
  private final Store store;
  private final ReviewMaker maker;
  private final Preflight preflight;
  private final Objects reviews;
  private final Clock clock;

  /** A review is written. */
  record Written(boolean nothingToDo, String digest) {}

  /** Whether the digest is the same still. */
  record Rechecked(boolean same, @Nullable String why) {}

  @Inject
  ReviewDesk(
      Store store, ReviewMaker maker, Preflight preflight, @Reviews Objects reviews, Clock clock) {
    this.store = store;
    this.maker = maker;
    this.preflight = preflight;
    this.reviews = reviews;
    this.clock = clock;
  }

  Written write(ChangeSetTask.WriteReview asked) {
    var plan = Plan.of(store, asked.change());
    var changeSets = asked.changeSets();
    update(asked.change(), release -> release.prepared(changeSets, clock.instant()));
    if (changeSets.stream().allMatch(ServiceChangeSet::empty)) {
      return new Written(true, "");
    }
    var made = maker.make(plan, changeSets);
    var review = made.review();
    var stored = reviews.put(ReviewCodec.encode(review), ".json", "application/json");
    var ref =
        new ReviewRef(
            stored.key(),
            review.digest(),
            review.headline(),
            StakesOf.review(review),
            made.stacks());
    update(asked.change(), release -> release.reviewed(ref, clock.instant()));
    return new Written(false, review.digest());
  }

  /** What was approved is applied only if making the review again gives the same digest. */
  Rechecked recheck(ChangeSetTask.Recheck asked) {
    var plan = Plan.of(store, asked.change());
    var release = Plan.release(store::read, asked.change());
    var missing = preflight.missingObject(plan);
    if (missing.isPresent()) {
      return new Rechecked(false, missing.get().what());
    }
    Review again;
    try {
      again = maker.make(plan, release.changeSets()).review();
    } catch (ReviewMaker.ChangeSetGoneException e) {
      return new Rechecked(false, e.getMessage());
    }
    if (!again.digest().equals(asked.digest())) {
      return new Rechecked(
          false,
          "Something has changed "
              + release.stage()
              + " since the review was written. Ask again to see what would happen now.");
    }
    begin(asked.change());
    return new Rechecked(true, null);
  }

  private void begin(Change change) {
    store.transact(
        tx -> {
          var release = Plan.release(tx::get, change);
          if (release.phase() != Release.Phase.DEPLOYING) {
            var now = clock.instant();
            tx.put(Keys.release(release.project(), release.number()), release.deploying(now));
            tx.note(
                Event.of(
                    release,
                    now,
                    "deploying",
                    Event.STAGEGATE,
                    "CloudFormation applies what was approved."));
          }
          return release;
        });
  }

  private void update(Change change, Function<Release, Release> step) {
    store.transact(
        tx -> {
          var release = Plan.release(tx::get, change);
          tx.put(Keys.release(release.project(), release.number()), step.apply(release));
          return release;
        });
  }
}
