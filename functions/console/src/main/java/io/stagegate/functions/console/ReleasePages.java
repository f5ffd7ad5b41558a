package io.stagegate.functions.console;

import io.stagegate.cloud.Objects;
import io.stagegate.functions.console.page.Chrome;
import io.stagegate.functions.console.page.Models;
import io.stagegate.functions.console.page.Told;
import io.stagegate.http.BadRequest;
import io.stagegate.http.Caller;
import io.stagegate.http.PathParameters;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.link.Links;
import io.stagegate.model.Access;
import io.stagegate.model.Approval;
import io.stagegate.model.Build;
import io.stagegate.model.Event;
import io.stagegate.model.Frozen;
import io.stagegate.model.Notice;
import io.stagegate.model.Permission;
import io.stagegate.model.Person;
import io.stagegate.model.PersonalLink;
import io.stagegate.model.Project;
import io.stagegate.model.Release;
import io.stagegate.model.ReleaseRules;
import io.stagegate.model.Shortfall;
import io.stagegate.model.StageStatus;
import io.stagegate.model.Team;
import io.stagegate.release.Ahead;
import io.stagegate.release.ReleaseView;
import io.stagegate.store.Keys;
import io.stagegate.store.NoticeKeys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of a release: its review, and the form that decides on it. */
final class ReleasePages {
  /** A release's own events are among this many of the project's newest, or not shown. */
  private static final int EVENTS_READ = 100;

  private static final int NOTICES_READ = 200;

  private final Store store;
  private final Objects reviews;
  private final Pages pages;
  private final Clock clock;

  ReleasePages(Store store, Objects reviews, Pages pages, Clock clock) {
    this.store = store;
    this.reviews = reviews;
    this.pages = pages;
    this.clock = clock;
  }

  Response release(Request request, Caller caller) {
    var id = PathParameters.project(request);
    var number = PathParameters.number(request, "release");
    var project = store.read(Keys.project(id)).orElseThrow(BadRequest::notFound);
    var release = store.read(Keys.release(id, number)).orElseThrow(BadRequest::notFound);
    var chrome = Chrome.of("Release " + number + " of " + id, caller, clock.instant());
    return pages.page(200, "release", model(chrome, project, release, caller.person()));
  }

  private Models.ReleasePage model(Chrome chrome, Project project, Release release, Person reader) {
    var team = store.read(Keys.team(project.id()));
    var approval = store.read(Keys.approval(project.id(), release.number())).orElse(null);
    var id = project.id();
    var build =
        store
            .read(Keys.build(id, release.build()))
            .orElseThrow(() -> new IllegalStateException("there is no build " + release.build()));
    return new Models.ReleasePage(
        chrome,
        project,
        release,
        build,
        replaced(release),
        approval,
        review(release),
        ReviewFragment.STYLESHEET.path(),
        Ahead.of(store, release).orElse(null),
        events(release),
        deciders(team, approval, release),
        release.requestedBy().equals(reader.login().value())
            || Access.to(Permission.ADMINISTER, team, reader) instanceof Access.Allowed,
        approval == null && !release.phase().ended() ? shortfall(project, team, release) : "",
        frozen(project, release).map(Frozen::sentence).orElse(""),
        again(project, release, build),
        told(release, approval, Access.to(Permission.ADMINISTER, team, reader)));
  }

  /** Who opened a link is for admins to see: it may say where somebody is. */
  private List<Told> told(Release release, @Nullable Approval approval, Access admin) {
    var shown = admin instanceof Access.Allowed && approval != null;
    return store
        .list(NoticeKeys.notices(release.project(), release.number()), NOTICES_READ, null)
        .items()
        .stream()
        .map(notice -> new Told(notice, shown ? link(notice, approval) : null))
        .toList();
  }

  private @Nullable PersonalLink link(Notice notice, @Nullable Approval approval) {
    return approval == null || notice.kind() != Notice.Kind.ASKED
        ? null
        : store.read(NoticeKeys.link(Links.id(approval, notice.to()))).orElse(null);
  }

  private static String shortfall(Project project, Optional<Team> team, Release release) {
    return project
        .stage(release.stage())
        .flatMap(stage -> team.flatMap(all -> Shortfall.of(stage, all, release.requestedBy())))
        .map(Shortfall::sentence)
        .orElse("");
  }

  private static long deciders(Optional<Team> team, @Nullable Approval approval, Release release) {
    return approval == null
        ? 0
        : team.map(all -> all.deciders(approval.quorum(), release.stage())).orElse(0L);
  }

  private @Nullable Build replaced(Release release) {
    var number = release.replaces();
    return number == null ? null : store.read(Keys.build(release.project(), number)).orElse(null);
  }

  private String review(Release release) {
    var review = release.review();
    if (review == null) {
      return "";
    }
    return reviews
        .get(review.key())
        .map(stored -> ReviewFragment.of(stored, ReleaseView.href(release) + "/review"))
        .orElseThrow(() -> new IllegalStateException("there is no object " + review.key()));
  }

  private Optional<Frozen> frozen(Project project, Release release) {
    return release.despite() != null
        ? Optional.empty()
        : project.stage(release.stage()).flatMap(stage -> Frozen.of(stage, clock.instant()));
  }

  /** Whether one press asks again, for a release that ended without anybody's no. */
  private Models.@Nullable Answer again(Project project, Release release, Build build) {
    return switch (release.phase()) {
      case EXPIRED, SUPERSEDED, FAILED ->
          new Models.Answer(
              ReleaseRules.again(release)
                  .or(() -> rule(project, release, build))
                  .or(() -> frozen(project, release).map(Frozen::sentence))
                  .orElse(""));
      case REQUESTED,
          WAITING_FOR_TARGET,
          PREPARING,
          WAITING_FOR_APPROVAL,
          DEPLOYING,
          SUCCEEDED,
          NOTHING_TO_DO,
          REJECTED ->
          null;
    };
  }

  private Optional<String> rule(Project project, Release release, Build build) {
    var from = release.source();
    var there = from == null ? release.stage() : from;
    var status = store.read(Keys.stage(project.id(), there)).orElse(StageStatus.EMPTY);
    var answer =
        from == null
            ? ReleaseRules.rollBack(project, status, Optional.of(build))
            : ReleaseRules.promote(project, from, status, Optional.of(build));
    return switch (answer) {
      case ReleaseRules.Answer.Allowed ignored -> Optional.empty();
      case ReleaseRules.Answer.Refused(var reason) -> Optional.of(reason);
    };
  }

  private List<Event> events(Release release) {
    var subject = "release/" + release.number();
    return store.list(Keys.events(release.project()), EVENTS_READ, null).items().stream()
        .filter(event -> event.subject().equals(subject))
        .toList()
        .reversed();
  }
}
