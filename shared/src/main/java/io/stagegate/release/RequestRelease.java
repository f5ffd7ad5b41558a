package io.stagegate.release;

import io.stagegate.model.Access;
import io.stagegate.model.Build;
import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import io.stagegate.model.Permission;
import io.stagegate.model.Person;
import io.stagegate.model.Project;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Release;
import io.stagegate.model.Release.Kind;
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

  /**
   * Asks to bring a build to production.
   *
   * @param from the stage whose current build it is
   * @param by who asks
   */
  public Outcome promote(ProjectId id, StageName from, int build, Person by) {
    return store.transact(
        state -> {
          var project = state.get(Keys.project(id));
          if (project.isEmpty()) {
            return new Outcome.Unknown("There is no project " + id + ".");
          }
          var status = state.get(Keys.stage(id, from)).orElse(StageStatus.EMPTY);
          return ask(
              state,
              project.get(),
              Kind.PROMOTION,
              from,
              build,
              by,
              asked -> ReleaseRules.promote(project.get(), from, status, asked));
        });
  }

  /** Asks to bring production back to a build it had before. */
  public Outcome rollBack(ProjectId id, int build, Person by) {
    return store.transact(
        state -> {
          var project = state.get(Keys.project(id));
          if (project.isEmpty()) {
            return new Outcome.Unknown("There is no project " + id + ".");
          }
          var status = state.get(Keys.stage(id, StageName.PRODUCTION)).orElse(StageStatus.EMPTY);
          return ask(
              state,
              project.get(),
              Kind.ROLLBACK,
              null,
              build,
              by,
              asked -> ReleaseRules.rollBack(project.get(), status, asked));
        });
  }

  private interface Rule {
    ReleaseRules.Answer answer(Optional<Build> asked);
  }

  private Outcome ask(
      Transaction state,
      Project project,
      Kind kind,
      @Nullable StageName from,
      int build,
      Person by,
      Rule rule) {
    var team = state.get(Keys.team(project.id()));
    return switch (Access.to(Permission.ASK, team, by)) {
      case Access.Foreign() -> new Outcome.Unknown("There is no project " + project.id() + ".");
      case Access.Lacking(var reason) -> new Outcome.NotAllowed(reason);
      case Access.Allowed() -> allowed(state, project, team, kind, from, build, by, rule);
    };
  }

  private Outcome allowed(
      Transaction state,
      Project project,
      Optional<Team> team,
      Kind kind,
      @Nullable StageName from,
      int build,
      Person by,
      Rule rule) {
    if (from != null && project.stage(from).isEmpty()) {
      return new Outcome.Unknown("There is no stage " + from + ".");
    }
    var asked = state.get(Keys.build(project.id(), build));
    if (asked.isEmpty()) {
      return new Outcome.Unknown("There is no build " + build + ".");
    }
    return switch (rule.answer(asked)) {
      case ReleaseRules.Answer.Refused(var reason) -> new Outcome.Refused(reason);
      case ReleaseRules.Answer.Allowed(var target) ->
          new Outcome.Requested(
              write(state, project.id(), kind, target, from, build, by),
              team.flatMap(all -> Shortfall.of(target, all, by.login().value())));
    };
  }

  private Release write(
      Transaction state,
      ProjectId id,
      Kind kind,
      Stage target,
      @Nullable StageName from,
      int build,
      Person by) {
    var counters = state.get(Keys.counters(id)).orElse(Counters.NONE).nextRelease();
    var now = clock.instant();
    var there = state.get(Keys.stage(id, target.name())).orElse(StageStatus.EMPTY).current();
    var login = by.login().value();
    var release =
        Release.requested(
            id, counters.releases(), kind, target.name(), from, build, there, login, now);
    state.put(Keys.counters(id), counters);
    state.get(Keys.release(id, release.number()));
    state.put(Keys.release(id, release.number()), release);
    state.note(Event.of(release, now, "requested", login, sentence(release)), by.from(), null);
    state.send(new Effect.StartRelease(id, release.number()));
    return release;
  }

  private static String sentence(Release release) {
    return switch (release.kind()) {
      case PROMOTION ->
          "Asked to promote build "
              + release.build()
              + " from "
              + release.source()
              + " to "
              + release.stage()
              + ".";
      case ROLLBACK ->
          "Asked to roll " + release.stage() + " back to build " + release.build() + ".";
    };
  }
}
