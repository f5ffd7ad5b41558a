package io.stagegate.functions.console;

import io.stagegate.http.Guard;
import io.stagegate.http.Problem;
import io.stagegate.http.Response;
import io.stagegate.http.Routes;
import io.stagegate.http.Stylesheet;

/** Which address is which page and which call. */
final class ConsoleRoutes {
  private static final String ICON =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><path fill=\"#2f6feb\""
          + " d=\"M4 4h6v24H4zM22 4h6v24h-6zM12 13h8v6h-8z\"/></svg>";

  private ConsoleRoutes() {}

  static Routes of(
      Guard guard, SignInPages signIn, ProjectPages projects, ReleasePages releases, Api api) {
    var routes = Routes.builder();
    pages(routes, guard, signIn, projects, releases);
    api(routes, guard, api);
    return routes.build();
  }

  private static void pages(
      Routes.Builder routes,
      Guard guard,
      SignInPages signIn,
      ProjectPages projects,
      ReleasePages releases) {
    routes
        .get("/", guard.page(projects::projects))
        .get("/sign-in", signIn::form)
        .post("/sign-in", signIn::signIn)
        .post("/sign-out", guard.form(signIn::signOut))
        .post("/projects", guard.form(projects::addProject))
        .get("/projects/{project}", guard.page(projects::project))
        .get("/projects/{project}/builds/{build}", guard.page(projects::build))
        .get("/projects/{project}/releases/{release}", guard.page(releases::release))
        .post("/projects/{project}/promotions", guard.form(projects::promote))
        .get(Stylesheet.PAGES.path(), request -> Stylesheet.PAGES.answer())
        .get(ReviewFragment.STYLESHEET.path(), request -> ReviewFragment.STYLESHEET.answer())
        .get("/favicon.ico", request -> icon())
        .get("/assets/{name}", request -> Problem.notFound().json());
  }

  private static void api(Routes.Builder routes, Guard guard, Api api) {
    routes
        .get("/api/v1/projects", guard.api(api::projects))
        .post("/api/v1/projects", guard.api(api::addProject))
        .get("/api/v1/projects/{project}", guard.api(api::project))
        .get("/api/v1/projects/{project}/builds", guard.api(api::builds))
        .get("/api/v1/projects/{project}/builds/{build}", guard.api(api::build))
        .post("/api/v1/projects/{project}/promotions", guard.api(api::promote))
        .get("/api/v1/projects/{project}/releases", guard.api(api::releases))
        .get("/api/v1/projects/{project}/releases/{release}", guard.api(api::release))
        .get("/api/v1/projects/{project}/releases/{release}/review", guard.api(api::review))
        .get("/api/v1/projects/{project}/events", guard.api(api::events));
  }

  private static Response icon() {
    return Response.text(200, "image/svg+xml", ICON).with("cache-control", "public, max-age=86400");
  }
}
