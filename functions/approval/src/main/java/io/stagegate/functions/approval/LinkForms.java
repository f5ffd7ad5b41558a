package io.stagegate.functions.approval;

import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.http.Guard;
import io.stagegate.http.PlainPage;
import io.stagegate.http.Problem;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.http.Routes;
import io.stagegate.http.Signatures;
import io.stagegate.link.DecideByLink;
import io.stagegate.link.LinkCodes;
import io.stagegate.link.LinkCookies;
import io.stagegate.link.LinkDoor;
import io.stagegate.link.LinkDoor.Question;
import io.stagegate.link.LinkDoor.Visitor;
import io.stagegate.link.LinkSeals;
import io.stagegate.link.Refusals;
import io.stagegate.model.LinkProof;
import io.stagegate.release.Decide;
import io.stagegate.release.ReleaseView;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The forms of a personal link's page. Whoever sends one has shown to be the one it is for. */
final class LinkForms {
  private static final String PAGE = "/links/{link}";

  private final LinkDoor door;
  private final LinkSeals seals;
  private final LinkCookies cookies;
  private final LinkCodes codes;
  private final DecideByLink decide;
  private final Clock clock;

  LinkForms(
      LinkDoor door,
      LinkSeals seals,
      LinkCookies cookies,
      LinkCodes codes,
      DecideByLink decide,
      Clock clock) {
    this.door = door;
    this.seals = seals;
    this.cookies = cookies;
    this.codes = codes;
    this.decide = decide;
    this.clock = clock;
  }

  void add(Routes.Builder routes) {
    routes
        .post(PAGE + "/decision", this::decide)
        .post(PAGE + "/code", this::sendCode)
        .post(PAGE + "/proof", this::prove);
  }

  private Response decide(Request request) {
    return switch (door.visitor(request)) {
      case Visitor.Right(var question, var caller) -> {
        var form = Fields.ofForm(request);
        yield ours(request, form, question, caller)
            ? press(request, form, question, caller)
            : foreign(request);
      }
      case Visitor.Unproven(var question) ->
          Problem.of(401, "Show that you are " + question.link().to() + " first.").answer(request);
      case Visitor.SomebodyElse(var question, var caller) ->
          Problem.of(403, "This link is for " + question.link().to() + ".").answer(request);
      case Visitor.NotOurs no -> Refusals.notOurs(request);
      case Visitor.Over(var link, var reason) -> Refusals.over(request, reason);
      case Visitor.NotTheirs no -> Refusals.notTheirs(request);
    };
  }

  private Response press(Request request, Fields form, Question question, Optional<Caller> caller) {
    var approve = Decisions.approve(form.needed("decision"));
    var outcome = decide.press(question.link(), request, approve, form.comment("comment"));
    return switch (outcome) {
      case DecideByLink.Outcome.Used() ->
          Problem.of(410, "This link was used: it is good for one decision.").answer(request);
      case DecideByLink.Outcome.Pressed(var pressed) ->
          Decisions.answer(
              request,
              pressed,
              decided -> done(question, caller, approve ? "Approved" : "Rejected"),
              counted -> done(question, caller, counted(counted)));
    };
  }

  private static String counted(Decide.Outcome.Counted counted) {
    return "Your yes counts: " + counted.approvals() + " of " + counted.needed() + " have said so";
  }

  /** Who is signed in goes on to the release; who isn't is told that it is done. */
  private static Response done(Question question, Optional<Caller> caller, String what) {
    return caller.isPresent()
        ? Response.seeOther(ReleaseView.page(question.release()))
        : PlainPage.of(200, what, "That was recorded as said by " + question.link().to() + ".")
            .answer();
  }

  private Response sendCode(Request request) {
    return unproven(
        request,
        (question, form) ->
            switch (codes.send(question.link())) {
              case LinkCodes.Asked.Sent(var channel) -> back(request);
              case LinkCodes.Asked.TooSoon(var again) -> {
                var wait = Math.max(1, Duration.between(clock.instant(), again).toSeconds());
                yield Problem.of(429, "A code was sent just now. Wait " + wait + " seconds.")
                    .answer(request)
                    .with("retry-after", Long.toString(wait));
              }
              case LinkCodes.Asked.NoContact() ->
                  Problem.of(409, "There is nowhere to send a code to.").answer(request);
            });
  }

  private Response prove(Request request) {
    return unproven(
        request,
        (question, form) ->
            codes
                .proof(question.link(), form.needed("code"))
                .map(proof -> back(request).withCookie(cookies.proven(question.link(), proof)))
                .orElseGet(
                    () ->
                        Problem.of(403, "That is not the code, or it is no longer good.")
                            .answer(request)));
  }

  private interface Proving {
    Response answer(Question question, Fields form);
  }

  private Response unproven(Request request, Proving answer) {
    return switch (door.visitor(request)) {
      case Visitor.Unproven(var question) when question.proof() == LinkProof.CODE -> {
        var form = Fields.ofForm(request);
        yield ours(request, form, question, Optional.empty())
            ? answer.answer(question, form)
            : foreign(request);
      }
      case Visitor.Unproven unproven ->
          Problem.of(403, "This project takes no code: sign in.").answer(request);
      case Visitor.SomebodyElse somebody ->
          Problem.of(403, "This project takes no code: sign in.").answer(request);
      case Visitor.Right right -> back(request);
      case Visitor.NotOurs no -> Refusals.notOurs(request);
      case Visitor.Over(var link, var reason) -> Refusals.over(request, reason);
      case Visitor.NotTheirs no -> Refusals.notTheirs(request);
    };
  }

  /** Whether the form is one of this link's page, or of this session's. */
  private boolean ours(Request request, Fields form, Question question, Optional<Caller> caller) {
    var token = form.text(Guard.CSRF_FIELD).orElse("");
    return !Guard.crossSite(request)
        && caller
            .map(known -> Signatures.same(known.csrf(), token))
            .orElseGet(() -> seals.isFormToken(question.link(), token));
  }

  private static Response foreign(Request request) {
    return Problem.of(403, "This form was not sent from this link's page.").answer(request);
  }

  private static Response back(Request request) {
    return Response.seeOther(request.path().substring(0, request.path().lastIndexOf('/')));
  }
}
