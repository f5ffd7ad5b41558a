package io.stagegate.functions.console;

import io.stagegate.functions.console.page.Chrome;
import io.stagegate.functions.console.page.Models;
import io.stagegate.http.BadRequest;
import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.http.PathParameters;
import io.stagegate.http.Problem;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.model.Project;
import io.stagegate.release.ReleaseAnswers;
import io.stagegate.release.RequestRelease;
import io.stagegate.store.Store;
import java.time.Clock;

/** The pages of projects and builds, and their forms. */
final class ProjectPages {
  private final Boards boards;
  private final Lists lists;
  private final WaitingForYou waiting;
  private final AddProject addProject;
  private final RequestRelease releases;
  private final Pages pages;
  private final Clock clock;

  ProjectPages(
      Store store, AddProject addProject, RequestRelease releases, Pages pages, Clock clock) {
    this.boards = new Boards(store);
    this.lists = new Lists(store);
    this.waiting = new WaitingForYou(store);
    this.addProject = addProject;
    this.releases = releases;
    this.pages = pages;
    this.clock = clock;
  }

  Response projects(Request request, Caller caller) {
    var list = lists.<Project>projects(request, caller, project -> project);
    var next = list.cursor() == null ? null : "/?cursor=" + list.cursor();
    return pages.page(
        200,
        "projects",
        new Models.Projects(
            chrome("Projects", caller),
            waiting.of(caller.person()),
            list.items(),
            caller.person().operator(),
            next));
  }

  Response addProject(Request request, Caller caller, Fields form) {
    return switch (addProject.add(AddProject.Wish.of(form, caller))) {
      case AddProject.Outcome.Added(var project, var webhook, var secret) ->
          pages.page(
              201,
              "added",
              new Models.Added(chrome("Added " + project.id(), caller), project, webhook, secret));
      case AddProject.Outcome.Exists(var taken) ->
          Problem.of(409, "There is a project " + taken + " already.").answer(request);
      case AddProject.Outcome.Refused(var reason) -> Problem.of(409, reason).answer(request);
      case AddProject.Outcome.NotAllowed(var reason) -> Problem.of(403, reason).answer(request);
      case AddProject.Outcome.NoRepository(var missing) ->
          Problem.of(400, "GitHub shows no repository " + missing + ".").answer(request);
    };
  }

  Response project(Request request, Caller caller) {
    var id = PathParameters.project(request);
    return boards
        .project(id, chrome(id.value(), caller), caller.person())
        .map(board -> pages.page(200, "project", board))
        .orElseThrow(BadRequest::notFound);
  }

  Response build(Request request, Caller caller) {
    var id = PathParameters.project(request);
    var number = PathParameters.number(request, "build");
    return boards
        .build(id, number, chrome("Build " + number + " of " + id, caller))
        .map(board -> pages.page(200, "build", board))
        .orElseThrow(BadRequest::notFound);
  }

  Response promote(Request request, Caller caller, Fields form) {
    return ReleaseAnswers.page(request, releases.ask(Wishes.promotion(request, caller, form)));
  }

  private Chrome chrome(String title, Caller caller) {
    return Chrome.of(title, caller, clock.instant());
  }
}
