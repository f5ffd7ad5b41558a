package io.stagegate.release;

import io.stagegate.http.Problem;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.model.Release;
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
        release ->
            Response.json(201, ReleaseView.of(release, Optional.empty()))
                .with("location", ReleaseView.href(release)));
  }

  /** To a form: on to the release's page. */
  public static Response page(Request request, Outcome outcome) {
    return answer(request, outcome, release -> Response.seeOther(ReleaseView.page(release)));
  }

  private static Response answer(
      Request request, Outcome outcome, Function<Release, Response> done) {
    return switch (outcome) {
      case Outcome.Requested(var release) -> done.apply(release);
      case Outcome.Refused(var reason) -> Problem.of(409, reason).answer(request);
      case Outcome.NotAllowed(var reason) -> Problem.of(403, reason).answer(request);
      case Outcome.Unknown(var reason) -> Problem.of(404, reason).answer(request);
    };
  }
}
