package io.stagegate.release;

import io.stagegate.model.Access;
import io.stagegate.model.Build;
import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import io.stagegate.model.Frozen;
import io.stagegate.model.Permission;
import io.stagegate.model.Person;
import io.stagegate.model.Project;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Release;
import io.stagegate.model.ReleaseRules;
import io.stagegate.model.Shortfall;
import io.stagegate.model.Stage;
import io.stagegate.model.StageName;
import io.stagegate.model.StageStatus;
import io.stagegate.model.Team;
import io.stagegate.store.Counters;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for a promotion or a rollback. The rules are asked in the transaction that writes
 * the release, so what they were told still holds when it is there.
 */
public final class RequestRelease {
  private final Store store;
  private final Clock clock;

  public RequestRelease(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What came of asking. */
  public sealed interface Outcome {
    /**
     * The release is written, and its workflow will start.
     *
     * @param shortfall that the team has too few people to approve it; empty where it has enough
     */
    record Requested(Release release, Optional<Shortfall> shortfall) implements Outcome {}

    /** The rules say no, with the reason as a sentence. */
    record Refused(String reason) implements Outcome {}

    /** They may not ask, with what would do as a sentence. */
    record NotAllowed(String reason) implements Outcome {}

    /** There is no such project, stage or build, or not for them. */
    record Unknown(String reason) implements Outcome {}
  }

  /** Asks to bring the current build of a stage to production. */
  public Outcome promote(ProjectId id, StageName from, int build, Person by) {
    return ask(Wish.promotion(id, from, build, by));
  }

  /** Asks to bring production back to a build it had before. */
  public Outcome rollBack(ProjectId id, int build, Person by) {
    return ask(Wish.rollback(id, build, by));
  }

  public Outcome ask(Wish wish) {
    return store.transact(state -> ask(state, wish, null));
  }

  /**
   * Asks again for what a release was to do, where the rules still allow it.
   *
   * @param despite why, although production is frozen; empty where that is not said
   */
  public Outcome again(ProjectId id, int number, String despite, Person by) {
    return store.transact(
        state -> {
          var before = state.get(Keys.release(id, number));
          return before.isEmpty()
              ? new Outcome.Unknown("There is no release " + number + ".")
              : ask(state, Wish.again(before.get(), despite, by), before.get());
        });
  }

  private Outcome ask(Transaction state, Wish wish, @Nullable Release before) {
    var project = state.get(Keys.project(wish.project()));
    var team = state.get(Keys.team(wish.project()));
    if (project.isEmpty()) {
      return new Outcome.Unknown("There is no project " + wish.project() + ".");
    }
    return switch (Access.to(Permission.ASK, team, wish.by())) {
      case Access.Foreign() -> new Outcome.Unknown("There is no project " + wish.project() + ".");
      case Access.Lacking(var reason) -> new Outcome.NotAllowed(reason);
      case Access.Allowed() -> allowed(state, project.get(), team, wish, before);
    };
  }

  private Outcome allowed(
      Transaction state,
      Project project,
      Optional<Team> team,
      Wish wish,
      @Nullable Release before) {
    var from = wish.from();
    if (from != null && project.stage(from).isEmpty()) {
      return new Outcome.Unknown("There is no stage " + from + ".");
    }
    var asked = state.get(Keys.build(project.id(), wish.build()));
    if (asked.isEmpty()) {
      return new Outcome.Unknown("There is no build " + wish.build() + ".");
    }
    var again = before == null ? Optional.<String>empty() : ReleaseRules.again(before);
    if (again.isPresent()) {
      return new Outcome.Refused(again.get());
    }
    return switch (rule(state, project, wish, asked)) {
      case ReleaseRules.Answer.Refused(var reason) -> new Outcome.Refused(reason);
      case ReleaseRules.Answer.Allowed(var target) ->
          Standing.of(state, wish, target, team, clock.instant())
              .orElseGet(() -> write(state, project, team, wish, target, before));
    };
  }

  private static ReleaseRules.Answer rule(
      Transaction state, Project project, Wish wish, Optional<Build> asked) {
    var from = wish.from();
    var there = from == null ? StageName.PRODUCTION : from;
    var status = state.get(Keys.stage(project.id(), there)).orElse(StageStatus.EMPTY);
    return from == null
        ? ReleaseRules.rollBack(project, status, asked)
        : ReleaseRules.promote(project, from, status, asked);
  }

  private Outcome write(
      Transaction state,
      Project project,
      Optional<Team> team,
      Wish wish,
      Stage target,
      @Nullable Release before) {
    var id = project.id();
    var by = wish.by().login().value();
    var counters = state.get(Keys.counters(id)).orElse(Counters.NONE).nextRelease();
    var now = clock.instant();
    var there = state.get(Keys.stage(id, target.name())).orElse(StageStatus.EMPTY).current();
    var number = counters.releases();
    var release =
        Release.requested(
            id, number, wish.kind(), target.name(), wish.from(), wish.build(), there, by, now);
    if (Frozen.of(target, now).isPresent()) {
      release = release.despite(wish.despite());
    }
    var instead = wish.instead();
    if (before != null) {
      release = release.following(before.number());
      state.put(Keys.release(id, before.number()), before.followed(number));
    } else if (instead != null) {
      release = release.following(instead);
      var why = by + " promotes build " + wish.build() + " instead, in release " + number + ".";
      OpenQuestion.of(state, id, instead)
          .orElseThrow()
          .followedBy(number)
          .supersede(state, by, why, now, wish.by().from());
    }
    state.put(Keys.counters(id), counters);
    state.get(Keys.release(id, number));
    state.put(Keys.release(id, number), release);
    state.note(
        Event.of(release, now, "requested", by, Sentences.asked(release)), wish.by().from(), null);
    state.send(new Effect.StartRelease(id, number));
    return new Outcome.Requested(release, team.flatMap(all -> Shortfall.of(target, all, by)));
  }
}
