package io.stagegate.http;

import io.stagegate.model.Access;
import io.stagegate.model.Permission;
import io.stagegate.model.Scope;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import jakarta.inject.Inject;

/**
 * Lets through to what belongs to the path's {@code {project}} only those who do, read anew for
 * each request: who was taken from the team is a stranger from then on. To a stranger there is
 * nothing there.
 */
public final class Membership {
  private final Store store;

  @Inject
  public Membership(Store store) {
    this.store = store;
  }

  /** For pages and API calls. */
  public Guard.Answerer with(Permission permission, Guard.Answerer answerer) {
    return (request, caller) ->
        switch (access(permission, request, caller)) {
          case Access.Allowed() -> answerer.answer(request, caller);
          case Access.Lacking(var reason) -> Problem.of(403, reason).answer(request);
          case Access.Foreign() -> Problem.notFound().answer(request);
        };
  }

  /** For what belongs to no project: whoever is known may, if they came with what is for it. */
  public static Guard.Answerer within(Scope scope, Guard.Answerer answerer) {
    return (request, caller) ->
        caller.person().within(scope)
            ? answerer.answer(request, caller)
            : Problem.of(403, scope.lacking()).answer(request);
  }

  /** For forms. */
  public Guard.FormAnswerer with(Permission permission, Guard.FormAnswerer answerer) {
    return (request, caller, form) ->
        with(permission, (asked, who) -> answerer.answer(asked, who, form)).answer(request, caller);
  }

  private Access access(Permission permission, Request request, Caller caller) {
    return Access.to(
        permission, store.read(Keys.team(PathParameters.project(request))), caller.person());
  }
}
