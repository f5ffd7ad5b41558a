package io.stagegate.release;

import io.stagegate.http.Problem;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.model.Shortfall;
import io.stagegate.release.RequestRelease.Outcome;
import java.util.Optional;
import java.util.function.Function;

/** What somebody who asked for a release is answered. */
public final class ReleaseAnswers {
  private ReleaseAnswers() {}

  /**
   * To an API call: 201 with the release, 403 for who may not, 409 where the rules refuse, 404 for
   * unknown ids.
   */
  public static Response created(Request request, Outcome outcome) {
    return answer(
        request,
        outcome,
        requested ->
            Response.json(
                    201,
                    ReleaseView.of(requested.release(), Optional.empty())
                        .noticing(requested.shortfall().map(Shortfall::sentence)))
                .with("location", ReleaseView.href(requested.release())));
  }

  /** To a form: on to the release's page. */
  public static Response page(Request request, Outcome outcome) {
    return answer(
        request, outcome, requested -> Response.seeOther(ReleaseView.page(requested.release())));
  }

  private static Response answer(
      Request request, Outcome outcome, Function<Outcome.Requested, Response> done) {
    return switch (outcome) {
      case Outcome.Requested requested -> done.apply(requested);
      case Outcome.Refused(var reason) -> Problem.of(409, reason).answer(request);
      case Outcome.NotAllowed(var reason) -> Problem.of(403, reason).answer(request);
      case Outcome.Unknown(var reason) -> Problem.of(404, reason).answer(request);
    };
  }
}
