package io.stagegate.functions.approval;

import io.stagegate.http.BadRequest;
import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.http.PathParameters;
import io.stagegate.http.Problem;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.model.Approval;
import io.stagegate.model.Decision;
import io.stagegate.model.Release;
import io.stagegate.release.Decide;
import io.stagegate.release.Decide.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/** What a press of Approve or Reject says, and what its outcome is told as. */
final class Decisions {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Decide decide;

  Decisions(Decide decide) {
    this.decide = decide;
  }

  /** A yes that counts, where more are needed: the question is open still. */
  private record Said(Approval.Status status, int approvals, int needed) {
    static Said of(Outcome.Counted counted) {
      return new Said(Approval.Status.PENDING, counted.approvals(), counted.needed());
    }
  }

  /** Answers an API call with the decision, or 202 where it takes more people. */
  Response call(Request request, Caller caller) {
    return press(
        request,
        caller,
        Fields.ofJson(request),
        decision -> Response.json(200, decision),
        counted -> Response.json(202, Said.of(counted)));
  }

  /** Answers the form of the release's page with that page. */
  Response form(Request request, Caller caller, Fields form) {
    var page = request.path().substring(0, request.path().lastIndexOf('/'));
    return press(
        request,
        caller,
        form,
        decision -> Response.seeOther(page),
        counted -> Response.seeOther(page));
  }

  private Response press(
      Request request,
      Caller caller,
      Fields fields,
      Function<Decision, Response> done,
      Function<Outcome.Counted, Response> counted) {
    var press =
        new Decide.Press(
            PathParameters.project(request),
            PathParameters.number(request, "release"),
            approve(fields.needed("decision")),
            fields.needed("digest"),
            fields.comment("comment"),
            fields.text("override").orElse("").equals("true"),
            caller.person());
    return answer(request, decide.press(press), done, counted);
  }

  /** What a press came to, told to who pressed. */
  static Response answer(
      Request request,
      Outcome outcome,
      Function<Decision, Response> done,
      Function<Outcome.Counted, Response> counted) {
    return switch (outcome) {
      case Outcome.Decided(var decision) -> done.apply(decision);
      case Outcome.Closed(var earlier) -> conflict(request, closed(earlier));
      case Outcome.TooLate(var at) ->
          conflict(request, "The time to decide was over at " + time(at) + ".");
      case Outcome.OtherReview() ->
          conflict(
              request, "The review has changed since you read it. Read it again, then decide.");
      case Outcome.NotAsked(var phase) -> conflict(request, notAsked(phase));
      case Outcome.Counted said -> counted.apply(said);
      case Outcome.Repeated(var at) ->
          conflict(request, "You said so at " + time(at) + "; others are needed too.");
      case Outcome.Refused(var reason) -> conflict(request, reason);
      case Outcome.NotAllowed(var reason) -> Problem.of(403, reason).answer(request);
      case Outcome.Unknown() -> Problem.notFound().answer(request);
    };
  }

  static boolean approve(String decision) {
    return switch (decision) {
      case "approve" -> true;
      case "reject" -> false;
      default -> throw new BadRequest("The field decision is neither approve nor reject.");
    };
  }

  private static String closed(Decision earlier) {
    var at = " at " + time(earlier.at()) + ".";
    return switch (earlier.status()) {
      case APPROVED -> earlier.by() + " approved this" + at;
      case REJECTED -> earlier.by() + " rejected this" + at;
      case EXPIRED -> "Nobody decided in time: this expired" + at;
      case SUPERSEDED, PENDING -> "This was overtaken" + at + " " + earlier.comment();
    };
  }

  private static String notAsked(Release.Phase phase) {
    return phase.ended()
        ? "The release is over, so there is nothing to decide."
        : "The review is not ready, so there is nothing to decide yet.";
  }

  private static Response conflict(Request request, String sentence) {
    return Problem.of(409, sentence).answer(request);
  }

  private static String time(Instant at) {
    return MINUTES.format(at);
  }
}
