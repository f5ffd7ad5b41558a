package io.stagegate.functions.console;

import io.stagegate.http.BadRequest;
import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.http.Guard;
import io.stagegate.http.PathParameters;
import io.stagegate.http.Problem;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.http.Routes;
import io.stagegate.model.ApprovalPolicy;
import io.stagegate.release.ReleaseAnswers;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.SetApprovals;
import io.stagegate.release.Withdraw;
import java.util.function.Function;

/** What a stage asks of people, taking a question to them back, and asking again. */
final class ApprovalRoutes {
  private static final String RELEASE = "/projects/{project}/releases/{release}";
  private static final String WITHDRAWAL = RELEASE + "/withdrawal";
  private static final String AGAIN = RELEASE + "/again";

  private final RequestRelease releases;
  private final Withdraw withdraw;
  private final SetApprovals approvals;

  ApprovalRoutes(RequestRelease releases, Withdraw withdraw, SetApprovals approvals) {
    this.releases = releases;
    this.withdraw = withdraw;
    this.approvals = approvals;
  }

  void add(Routes.Builder routes, Guard guard) {
    routes
        .post(WITHDRAWAL, guard.form(this::withdrawForm))
        .post("/api/v1" + WITHDRAWAL, guard.api(this::withdraw))
        .post(AGAIN, guard.form(this::againForm))
        .post("/api/v1" + AGAIN, guard.api(this::again))
        .put("/api/v1/projects/{project}/stages/{stage}/approvals", guard.api(this::setApprovals));
  }

  private Response again(Request request, Caller caller) {
    return ReleaseAnswers.created(request, again(request, caller, Fields.ofJson(request)));
  }

  private Response againForm(Request request, Caller caller, Fields form) {
    return ReleaseAnswers.page(request, again(request, caller, form));
  }

  /** Takes {@code despiteFreeze} where it is asked for although the stage is frozen. */
  private RequestRelease.Outcome again(Request request, Caller caller, Fields fields) {
    return releases.again(
        PathParameters.project(request),
        PathParameters.number(request, "release"),
        fields.comment("despiteFreeze"),
        caller.person());
  }

  private Response withdraw(Request request, Caller caller) {
    return withdraw(
        request, caller, Fields.ofJson(request), done -> Response.json(200, done.decision()));
  }

  private Response withdrawForm(Request request, Caller caller, Fields form) {
    var page = request.path().substring(0, request.path().lastIndexOf('/'));
    return withdraw(request, caller, form, done -> Response.seeOther(page));
  }

  private Response withdraw(
      Request request,
      Caller caller,
      Fields fields,
      Function<Withdraw.Outcome.Withdrawn, Response> answer) {
    var outcome =
        withdraw.withdraw(
            PathParameters.project(request),
            PathParameters.number(request, "release"),
            caller.person(),
            fields.comment("comment"));
    return switch (outcome) {
      case Withdraw.Outcome.Withdrawn done -> answer.apply(done);
      case Withdraw.Outcome.Closed(var earlier) ->
          Problem.of(409, "It is closed already, by " + earlier.by() + ".").answer(request);
      case Withdraw.Outcome.NotAsked ignored ->
          Problem.of(409, "Nobody is asked, so there is nothing to take back.").answer(request);
      case Withdraw.Outcome.NotAllowed(var reason) -> Problem.of(403, reason).answer(request);
      case Withdraw.Outcome.Unknown() -> Problem.notFound().answer(request);
    };
  }

  /** Takes all of a policy; {@code decideWithin} as ISO 8601 has it: {@code PT24H}, {@code P7D}. */
  private Response setApprovals(Request request, Caller caller) {
    var fields = Fields.ofJson(request);
    var stage = PathParameters.stage(request);
    ApprovalPolicy policy;
    try {
      policy =
          new ApprovalPolicy(
              fields.number("approvals"),
              fields.number("graveApprovals"),
              fields.flag("requesterDecides"),
              fields.flag("authorsDecide"),
              fields.flag("adminOverrides"),
              fields.needed("decideWithin", ApprovalPolicy::time),
              fields.optional("remindBefore", ApprovalPolicy::reminder).orElse(null),
              fields.flag("newBuildSupersedes", false));
    } catch (IllegalArgumentException e) {
      throw new BadRequest("This policy does not fit: " + e.getMessage() + ".");
    }
    return SettingAnswers.json(
        approvals.set(PathParameters.project(request), stage, policy, caller.person()), now -> now);
  }
}
