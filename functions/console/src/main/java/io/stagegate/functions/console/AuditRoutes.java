package io.stagegate.functions.console;

import static io.stagegate.model.Permission.ADMINISTER;

import io.stagegate.audit.AuditEntry;
import io.stagegate.audit.AuditLog;
import io.stagegate.audit.Heads;
import io.stagegate.audit.SignedHead;
import io.stagegate.functions.console.page.Chrome;
import io.stagegate.functions.console.page.Models;
import io.stagegate.http.Caller;
import io.stagegate.http.Guard;
import io.stagegate.http.Membership;
import io.stagegate.http.PathParameters;
import io.stagegate.http.Problem;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.http.Routes;
import io.stagegate.model.Access;
import io.stagegate.store.AuditKeys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit log, for admins: a project's, and the installation's for whoever runs Stagegate. */
final class AuditRoutes {
  /**
   * So many entries an export's answer has at most. The store reads 1 MB at once and no more, which
   * is far from the 6 MB that Lambda answers with.
   */
  private static final int MOST_EXPORTED = 1_000;

  private static final String PAGE = "/projects/{project}/audit";

  private final Store store;
  private final Lists lists;
  private final Heads heads;
  private final Pages pages;
  private final Clock clock;

  AuditRoutes(Store store, Heads heads, Pages pages, Clock clock) {
    this.store = store;
    this.lists = new Lists(store);
    this.heads = heads;
    this.pages = pages;
    this.clock = clock;
  }

  void add(Routes.Builder routes, Guard guard, Membership members) {
    routes
        .get(PAGE, guard.page(members.with(ADMINISTER, this::page)))
        .get("/api/v1" + PAGE, guard.api(members.with(ADMINISTER, project(this::list))))
        .get(
            "/api/v1" + PAGE + "/export",
            guard.api(members.with(ADMINISTER, project(this::export))))
        .get("/api/v1/audit", guard.api(installation(this::list)))
        .get("/api/v1/audit/export", guard.api(installation(this::export)));
  }

  private static Guard.Answerer project(BiFunction<Request, AuditLog, Response> answerer) {
    return (request, caller) ->
        answerer.apply(request, AuditLog.of(PathParameters.project(request)));
  }

  private static Guard.Answerer installation(BiFunction<Request, AuditLog, Response> answerer) {
    return (request, caller) ->
        switch (Access.toOperate(
            caller.person(), "Only who runs this Stagegate reads its own audit log.")) {
          case Access.Allowed() -> answerer.apply(request, AuditLog.INSTALLATION);
          case Access.Lacking(var reason) -> Problem.of(403, reason).answer(request);
          case Access.Foreign() -> Problem.notFound().answer(request);
        };
  }

  /** The newest in front. */
  private Response list(Request request, AuditLog log) {
    return Response.json(
        200, lists.page(request, AuditKeys.auditEntries(log, true), AuditView::of));
  }

  /**
   * The oldest in front, as lines that can be checked. The head is read first, so that no entry it
   * is of is missing after it.
   */
  private Response export(Request request, AuditLog log) {
    var head = heads.last(log);
    var listing = AuditKeys.auditEntries(log, false);
    var page = store.list(listing, MOST_EXPORTED, Lists.cursor(request, listing));
    var entries = page.items().stream().map(AuditEntry::line);
    var last = page.cursor() == null ? head.stream().map(SignedHead::line) : Stream.<String>of();
    var lines = Stream.concat(entries, last).map(line -> line + "\n").collect(Collectors.joining());
    var answer = Response.text(200, "application/x-ndjson", lines);
    return page.cursor() == null
        ? answer
        : answer.with(
            "link",
            "<%s?cursor=%s>; rel=\"next\"".formatted(request.path(), Lists.encoded(page.cursor())));
  }

  private Response page(Request request, Caller caller) {
    var id = PathParameters.project(request);
    var log = AuditLog.of(id);
    var entries =
        lists.<AuditEntry, AuditEntry>page(
            request, AuditKeys.auditEntries(log, true), entry -> entry);
    var next =
        entries.cursor() == null ? null : "/projects/" + id + "/audit?cursor=" + entries.cursor();
    return pages.page(
        200,
        "audit",
        new Models.Audit(
            Chrome.of("Audit log of " + id, caller, clock.instant()),
            id,
            entries.items(),
            heads.last(log).orElse(null),
            next));
  }
}
