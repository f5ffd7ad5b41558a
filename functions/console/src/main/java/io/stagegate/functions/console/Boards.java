package io.stagegate.functions.console;

import io.stagegate.functions.console.page.Chrome;
import io.stagegate.functions.console.page.Models.Answer;
import io.stagegate.functions.console.page.Models.BuildPage;
import io.stagegate.functions.console.page.Models.BuildRow;
import io.stagegate.functions.console.page.Models.ProjectPage;
import io.stagegate.functions.console.page.Models.StageCard;
import io.stagegate.model.Access;
import io.stagegate.model.Build;
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
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the pages of projects and builds show, with bounded reads: the newest builds and
 * releases, and of what is older only what a stage has.
 */
final class Boards {
  private static final int SHOWN = 20;

  private final Store store;

  Boards(Store store) {
    this.store = store;
  }

  Optional<ProjectPage> project(ProjectId id, Chrome chrome, Person reader) {
    return store
        .read(Keys.project(id))
        .map(project -> new Reading(project, chrome.now()).page(chrome, reader));
  }

  Optional<BuildPage> build(ProjectId id, int number, Chrome chrome) {
    return store
        .read(Keys.project(id))
        .flatMap(
            project -> {
              var reading = new Reading(project, chrome.now());
              return reading
                  .build(number)
                  .map(
                      build ->
                          new BuildPage(
                              chrome,
                              project,
                              build,
                              reading.promote(build.stage(), number),
                              reading.row(build)));
            });
  }

  /** One page's reads: each build and status is read once. */
  private final class Reading {
    private final Project project;
    private final Map<Integer, Optional<Build>> builds = new HashMap<>();
    private final Map<StageName, StageStatus> statuses = new HashMap<>();
    private final Optional<Frozen> frozen;

    Reading(Project project, Instant now) {
      this.project = project;
      this.frozen = Frozen.of(project.production(), now);
    }

    ProjectPage page(Chrome chrome, Person reader) {
      var team = store.read(Keys.team(project.id()));
      var newest = store.list(Keys.builds(project.id()), SHOWN, null);
      newest.items().forEach(build -> builds.put(build.number(), Optional.of(build)));
      var releases = store.list(Keys.releases(project.id()), SHOWN, null).items();
      return new ProjectPage(
          chrome,
          project,
          project.stages().stream().map(this::card).toList(),
          releases.stream().filter(Reading::waits).toList(),
          newest.items().stream().map(this::row).toList(),
          releases,
          newest.cursor() == null ? null : Views.href(project.id()) + "/builds",
          shortfall(team, chrome.login()),
          Access.to(Permission.ADMINISTER, team, reader) instanceof Access.Allowed);
    }

    private String shortfall(Optional<Team> team, String reader) {
      return team.flatMap(all -> Shortfall.of(project.production(), all, reader))
          .map(Shortfall::sentence)
          .orElse("");
    }

    private static boolean waits(Release release) {
      return release.phase() == Release.Phase.WAITING_FOR_APPROVAL && release.decision() == null;
    }

    private StageCard card(Stage stage) {
      var status = status(stage.name());
      var current = found(status.current());
      var latest =
          status.latest() == null || status.latest().equals(status.current())
              ? null
              : found(status.latest());
      return switch (stage.kind()) {
        case PRODUCTION -> new StageCard(stage, current, null, null);
        case DEV ->
            new StageCard(
                stage,
                current,
                latest,
                current == null
                    ? new Answer("Nothing is deployed here yet.")
                    : promote(stage.name(), current.number()));
      };
    }

    BuildRow row(Build build) {
      var production = status(StageName.PRODUCTION);
      var answer = ReleaseRules.rollBack(project, production, Optional.of(build));
      return new BuildRow(
          build, words(answer), Integer.valueOf(build.number()).equals(production.current()));
    }

    Answer promote(StageName stage, int build) {
      return words(ReleaseRules.promote(project, stage, status(stage), build(build)));
    }

    private Answer words(ReleaseRules.Answer answer) {
      return switch (answer) {
        case ReleaseRules.Answer.Allowed(var target) ->
            frozen
                .map(now -> new Answer(now.sentence(), target.approvals().adminOverrides()))
                .orElse(new Answer(""));
        case ReleaseRules.Answer.Refused(var reason) -> new Answer(reason);
      };
    }

    private @Nullable Build found(@Nullable Integer number) {
      return number == null ? null : build(number).orElse(null);
    }

    Optional<Build> build(int number) {
      return builds.computeIfAbsent(number, n -> store.read(Keys.build(project.id(), n)));
    }

    private StageStatus status(StageName stage) {
      return statuses.computeIfAbsent(
          stage, name -> store.read(Keys.stage(project.id(), name)).orElse(StageStatus.EMPTY));
    }
  }
}
