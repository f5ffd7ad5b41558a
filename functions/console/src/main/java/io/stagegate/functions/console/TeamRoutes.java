package io.stagegate.functions.console;

import static io.stagegate.model.Permission.ADMINISTER;
import static io.stagegate.model.Permission.VIEW;

import io.stagegate.functions.console.page.Chrome;
import io.stagegate.functions.console.page.Models;
import io.stagegate.http.BadRequest;
import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.http.Guard;
import io.stagegate.http.Membership;
import io.stagegate.http.PathParameters;
import io.stagegate.http.Problem;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.http.Routes;
import io.stagegate.model.Access;
import io.stagegate.model.Login;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Role;
import io.stagegate.model.StageName;
import io.stagegate.model.Team;
import io.stagegate.release.ChangeTeam;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who belongs to a project: the page of its members, and the calls that change them. */
final class TeamRoutes {
  private static final String PAGE = "/projects/{project}/members";

  private final Store store;
  private final ChangeTeam team;
  private final Pages pages;
  private final Clock clock;

  TeamRoutes(Store store, ChangeTeam team, Pages pages, Clock clock) {
    this.store = store;
    this.team = team;
    this.pages = pages;
    this.clock = clock;
  }

  void add(Routes.Builder routes, Guard guard, Membership members) {
    routes
        .get(PAGE, guard.page(members.with(VIEW, this::page)))
        .post(PAGE, guard.form(this::putForm))
        .post(PAGE + "/{login}/removal", guard.form(this::removeForm))
        .get("/api/v1" + PAGE, guard.api(members.with(VIEW, this::list)))
        .put("/api/v1" + PAGE + "/{login}", guard.api(this::put))
        .delete("/api/v1" + PAGE + "/{login}", guard.api(this::remove));
  }

  private Response list(Request request, Caller caller) {
    return Response.json(200, Views.TeamView.of(team(PathParameters.project(request))));
  }

  /** Takes {@code roles}, and {@code stages} where an approver decides on some alone. */
  private Response put(Request request, Caller caller) {
    var fields = Fields.ofJson(request);
    return answer(
        request,
        team.put(
            PathParameters.project(request),
            PathParameters.login(request),
            roles(fields),
            fields.each("stages", StageName::new),
            caller.person()),
        after -> Response.json(200, Views.TeamView.of(after)));
  }

  private Response remove(Request request, Caller caller) {
    return answer(
        request,
        team.remove(
            PathParameters.project(request), PathParameters.login(request), caller.person()),
        after -> Response.json(200, Views.TeamView.of(after)));
  }

  private Response page(Request request, Caller caller) {
    var id = PathParameters.project(request);
    var all = team(id);
    var admin = Access.to(ADMINISTER, Optional.of(all), caller.person()) instanceof Access.Allowed;
    var chrome = Chrome.of("Members of " + id, caller, clock.instant());
    return pages.page(200, "members", new Models.Members(chrome, all, admin));
  }

  /** One checkbox for each role. */
  private Response putForm(Request request, Caller caller, Fields form) {
    var id = PathParameters.project(request);
    var roles =
        Stream.of(Role.values())
            .filter(role -> form.text(role.name().toLowerCase(Locale.ROOT)).isPresent())
            .collect(Collectors.toUnmodifiableSet());
    if (roles.isEmpty()) {
      throw new BadRequest("A member has a role at least.");
    }
    return answer(
        request,
        team.put(id, form.needed("login", Login::new), roles, Set.of(), caller.person()),
        after -> Response.seeOther(page(id)));
  }

  private Response removeForm(Request request, Caller caller, Fields form) {
    var id = PathParameters.project(request);
    return answer(
        request,
        team.remove(id, PathParameters.login(request), caller.person()),
        after -> Response.seeOther(page(id)));
  }

  private static Set<Role> roles(Fields fields) {
    var roles = fields.each("roles", word -> Role.valueOf(word.toUpperCase(Locale.ROOT)));
    if (roles.isEmpty()) {
      throw new BadRequest("The field roles names no role.");
    }
    return roles;
  }

  private static String page(ProjectId id) {
    return "/projects/" + id + "/members";
  }

  private Team team(ProjectId id) {
    return store.read(Keys.team(id)).orElseThrow(BadRequest::notFound);
  }

  private static Response answer(
      Request request, ChangeTeam.Outcome outcome, Function<Team, Response> done) {
    return switch (outcome) {
      case ChangeTeam.Outcome.Changed(var after) -> done.apply(after);
      case ChangeTeam.Outcome.Refused(var reason) -> Problem.of(409, reason).answer(request);
      case ChangeTeam.Outcome.NotAllowed(var reason) -> Problem.of(403, reason).answer(request);
      case ChangeTeam.Outcome.Unknown() -> Problem.notFound().answer(request);
    };
  }
}
