package io.stagegate.functions.console;

import static io.stagegate.model.Permission.ADMINISTER;

import io.stagegate.cloud.Secrets;
import io.stagegate.functions.console.page.Chrome;
import io.stagegate.functions.console.page.Models;
import io.stagegate.http.BadRequest;
import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.http.Guard;
import io.stagegate.http.Membership;
import io.stagegate.http.PathParameters;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.http.Routes;
import io.stagegate.model.Event;
import io.stagegate.model.Project;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where GitHub tells of a project's pushes, and changing what it signs them with. */
final class WebhookRoutes {
  private static final String PAGE = "/projects/{project}/webhook";

  private final Store store;
  private final WebhookSecrets secrets;
  private final String publicUrl;
  private final Pages pages;
  private final Clock clock;

  /**
   * A secret that was made just now; {@code previousUntil} is absent where the one before is over.
   */
  record Renewed(String url, String secret, @Nullable Instant previousUntil) {
    @Override
    public String toString() {
      return "Renewed[" + url + "]";
    }
  }

  WebhookRoutes(Store store, WebhookSecrets secrets, String publicUrl, Pages pages, Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.publicUrl = publicUrl;
    this.pages = pages;
    this.clock = clock;
  }

  void add(Routes.Builder routes, Guard guard, Membership members) {
    routes
        .get(PAGE, guard.page(members.with(ADMINISTER, this::page)))
        .post(PAGE, guard.form(members.with(ADMINISTER, this::renewForm)))
        .post("/api/v1" + PAGE + "/secret", guard.api(members.with(ADMINISTER, this::renew)));
  }

  private Response page(Request request, Caller caller) {
    return show(200, project(request), caller, null);
  }

  /** Takes {@code keepPrevious}: whether the secret before counts for a day. */
  private Response renew(Request request, Caller caller) {
    var fields = Fields.ofJson(request);
    return Response.json(201, make(project(request), caller, fields.flag("keepPrevious")));
  }

  private Response renewForm(Request request, Caller caller, Fields form) {
    var project = project(request);
    var renewed = make(project, caller, form.text("leaked").isEmpty());
    return show(201, project, caller, renewed);
  }

  private Renewed make(Project project, Caller caller, boolean keepPrevious) {
    var id = project.id();
    var secret = secrets.renew(id, keepPrevious);
    var now = clock.instant();
    store.transact(
        state -> {
          state.note(
              new Event(
                  id,
                  now,
                  "webhook.renewed",
                  "project",
                  caller.login(),
                  keepPrevious
                      ? "Made a new webhook secret; the one before counts for a day."
                      : "Made a new webhook secret; the one before counts no more."),
              caller.person().from(),
              null);
          return true;
        });
    return new Renewed(url(project), secret, keepPrevious ? now.plus(Secrets.OVERLAP) : null);
  }

  private Response show(int status, Project project, Caller caller, @Nullable Renewed renewed) {
    var chrome = Chrome.of("Webhook of " + project.id(), caller, clock.instant());
    var secret = renewed == null ? "" : renewed.secret();
    var until = renewed == null ? null : renewed.previousUntil();
    return pages.page(
        status, "webhook", new Models.Webhook(chrome, project, url(project), secret, until));
  }

  private String url(Project project) {
    return publicUrl + "/webhooks/" + project.id();
  }

  private Project project(Request request) {
    return store
        .read(Keys.project(PathParameters.project(request)))
        .orElseThrow(BadRequest::notFound);
  }
}
