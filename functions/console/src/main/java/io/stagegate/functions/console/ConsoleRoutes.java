package io.stagegate.functions.console;

import static io.stagegate.model.Permission.VIEW;
import static io.stagegate.model.Scope.READ;

import io.stagegate.http.Guard;
import io.stagegate.http.Membership;
import io.stagegate.http.Problem;
import io.stagegate.http.Response;
import io.stagegate.http.Routes;
import io.stagegate.http.Stylesheet;
import java.util.Map;

/** Which address is which page and which call. */
final class ConsoleRoutes {
  private static final String ICON =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><path fill=\"#2f6feb\""
          + " d=\"M4 4h6v24H4zM22 4h6v24h-6zM12 13h8v6h-8z\"/></svg>";

  private ConsoleRoutes() {}

  static Routes of(
      Guard guard,
      Membership members,
      Doorway doorway,
      ProjectPages projects,
      ReleasePages releases,
      LinkPages links,
      TeamRoutes team,
      ApprovalRoutes approvals,
      FreezeRoutes freezes,
      WebhookRoutes webhook,
      AuditRoutes audit,
      SlackRoutes slack,
      Api api) {
    var routes = Routes.builder();
    links.add(routes, guard);
    team.add(routes, guard, members);
    approvals.add(routes, guard);
    freezes.add(routes, guard);
    webhook.add(routes, guard, members);
    audit.add(routes, guard, members);
    slack.add(routes, guard);
    doorway.add(routes, guard);
    pages(routes, guard, members, projects, releases);
    api(routes, guard, members, api);
    assets(routes);
    return routes.build();
  }

  private static void pages(
      Routes.Builder routes,
      Guard guard,
      Membership members,
      ProjectPages projects,
      ReleasePages releases) {
    routes
        .get("/", guard.page(Membership.within(READ, projects::projects)))
        .post("/projects", guard.form(projects::addProject))
        .get("/projects/{project}", guard.page(members.with(VIEW, projects::project)))
        .get("/projects/{project}/builds/{build}", guard.page(members.with(VIEW, projects::build)))
        .get(
            "/projects/{project}/releases/{release}",
            guard.page(members.with(VIEW, releases::release)))
        .post("/projects/{project}/promotions", guard.form(projects::promote));
  }

  private static void api(Routes.Builder routes, Guard guard, Membership members, Api api) {
    routes
        .get("/api/v1/projects", guard.api(Membership.within(READ, api::projects)))
        .get("/api/v1/waiting", guard.api(Membership.within(READ, api::waiting)))
        .post("/api/v1/projects", guard.api(api::addProject))
        .post("/api/v1/projects/{project}/promotions", guard.api(api::promote));
    Map<String, Guard.Answerer> reads =
        Map.of(
            "", api::project,
            "/builds", api::builds,
            "/builds/{build}", api::build,
            "/releases", api::releases,
            "/releases/{release}", api::release,
            "/releases/{release}/review", api::review,
            "/events", api::events);
    reads.forEach(
        (path, read) ->
            routes.get("/api/v1/projects/{project}" + path, guard.api(members.with(VIEW, read))));
  }

  private static void assets(Routes.Builder routes) {
    routes
        .get(Stylesheet.PAGES.path(), request -> Stylesheet.PAGES.answer())
        .get(ReviewFragment.STYLESHEET.path(), request -> ReviewFragment.STYLESHEET.answer())
        .get("/favicon.ico", request -> icon())
        .get("/assets/{name}", request -> Problem.notFound().json());
  }

  private static Response icon() {
    return Response.text(200, "image/svg+xml", ICON).with("cache-control", "public, max-age=86400");
  }
}
