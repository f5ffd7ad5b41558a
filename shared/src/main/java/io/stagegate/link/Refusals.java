package io.stagegate.link;

import io.stagegate.http.Problem;
import io.stagegate.http.Request;
import io.stagegate.http.Response;

/** One plain answer for each link that opens nothing. */
public final class Refusals {
  private Refusals() {}

  public static Response notOurs(Request request) {
    return Problem.of(
            403,
            "This link is not one that Stagegate sent, or not all of it. Open it from your mail.")
        .answer(request);
  }

  public static Response notTheirs(Request request) {
    return Problem.of(403, "Whom this link is for does not decide on this any more.")
        .answer(request);
  }

  public static Response over(Request request, String reason) {
    return Problem.of(410, reason).answer(request);
  }
}
