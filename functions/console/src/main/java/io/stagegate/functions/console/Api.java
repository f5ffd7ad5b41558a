package io.stagegate.functions.console;

import io.stagegate.cloud.Objects;
import io.stagegate.functions.console.Views.AddedView;
import io.stagegate.functions.console.Views.BuildView;
import io.stagegate.functions.console.Views.ProjectView;
import io.stagegate.functions.console.Views.WebhookView;
import io.stagegate.http.BadRequest;
import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.http.PathParameters;
import io.stagegate.http.Problem;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.model.Event;
import io.stagegate.model.Project;
import io.stagegate.model.Release;
import io.stagegate.model.StageStatus;
import io.stagegate.release.ReleaseAnswers;
import io.stagegate.release.ReleaseView;
import io.stagegate.release.RequestRelease;
import io.stagegate.store.Key;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.nio.charset.StandardCharsets;

/** The JSON API under {@code /api/v1}. */
final class Api {
  private final Store store;
  private final Lists lists;
  private final Objects reviews;
  private final AddProject addProject;
  private final RequestRelease releases;

  Api(Store store, Objects reviews, AddProject addProject, RequestRelease releases) {
    this.store = store;
    this.lists = new Lists(store);
    this.reviews = reviews;
    this.addProject = addProject;
    this.releases = releases;
  }

  Response projects(Request request, Caller caller) {
    return Response.json(200, lists.projects(request, caller, this::view));
  }

  /** The questions that wait for the caller: few, so the list has no cursor. */
  Response waiting(Request request, Caller caller) {
    var items =
        new WaitingForYou(store)
            .of(caller.person()).stream().map(each -> view(each.release())).toList();
    return Response.json(200, new Views.PageView<>(items, null));
  }

  Response project(Request request, Caller caller) {
    return Response.json(200, view(project(request)));
  }

  Response addProject(Request request, Caller caller) {
    return switch (addProject.add(AddProject.Wish.of(Fields.ofJson(request), caller))) {
      case AddProject.Outcome.Added(var project, var webhook, var secret) ->
          Response.json(201, new AddedView(view(project), new WebhookView(webhook, secret)))
              .with("location", Views.href(project.id()));
      case AddProject.Outcome.Exists(var taken) ->
          Problem.of(409, "There is a project " + taken + " already.").json();
      case AddProject.Outcome.Refused(var reason) -> Problem.of(409, reason).json();
      case AddProject.Outcome.NotAllowed(var reason) -> Problem.of(403, reason).json();
      case AddProject.Outcome.NoRepository(var missing) ->
          Problem.of(400, "GitHub shows no repository " + missing + ".").json();
    };
  }

  Response builds(Request request, Caller caller) {
    return Response.json(
        200, lists.page(request, Keys.builds(project(request).id()), BuildView::of));
  }

  Response build(Request request, Caller caller) {
    var key = Keys.build(PathParameters.project(request), PathParameters.number(request, "build"));
    return Response.json(200, BuildView.of(there(key)));
  }

  /**
   * Takes {@code stage}, the stage to promote from, and {@code build}, its current one; {@code
   * instead} for the release whose place it takes, and {@code despiteFreeze} for a reason.
   */
  Response promote(Request request, Caller caller) {
    var fields = Fields.ofJson(request);
    return ReleaseAnswers.created(request, releases.ask(Wishes.promotion(request, caller, fields)));
  }

  Response releases(Request request, Caller caller) {
    return Response.json(
        200, lists.page(request, Keys.releases(project(request).id()), this::view));
  }

  Response release(Request request, Caller caller) {
    return Response.json(200, view(there(key(request))));
  }

  /** The stored review, as it was written. */
  Response review(Request request, Caller caller) {
    var review = there(key(request)).review();
    if (review == null) {
      return Problem.of(404, "The review is not written yet.").json();
    }
    return reviews
        .get(review.key())
        .map(bytes -> Response.json(200, new String(bytes, StandardCharsets.UTF_8)))
        .orElseThrow(() -> new IllegalStateException("there is no object " + review.key()));
  }

  Response events(Request request, Caller caller) {
    return Response.json(
        200, lists.<Event, Event>page(request, Keys.events(project(request).id()), event -> event));
  }

  private Project project(Request request) {
    return there(Keys.project(PathParameters.project(request)));
  }

  private static Key<Release> key(Request request) {
    return Keys.release(PathParameters.project(request), PathParameters.number(request, "release"));
  }

  private <T> T there(Key<T> key) {
    return store.read(key).orElseThrow(BadRequest::notFound);
  }

  private ProjectView view(Project project) {
    return ProjectView.of(
        project, stage -> store.read(Keys.stage(project.id(), stage)).orElse(StageStatus.EMPTY));
  }

  private ReleaseView view(Release release) {
    return ReleaseView.of(release, store.read(Keys.approval(release.project(), release.number())));
  }
}
