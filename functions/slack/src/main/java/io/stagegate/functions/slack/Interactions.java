package io.stagegate.functions.slack;

import io.stagegate.http.Log;
import io.stagegate.http.Problem;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import java.util.Map;

/**
 * Takes what Slack sends when somebody presses something. Slack waits three seconds and shows an
 * error then, so all that is done before the answer is one decision and at most one call back.
 */
final class Interactions {
  /** Counts what was refused, which leaves no other trace. */
  static final String REFUSED = "SlackRefused";

  private final SlackProof proof;
  private final Presses presses;
  private final Forms forms;
  private final Log log;

  Interactions(SlackProof proof, Presses presses, Forms forms, Log log) {
    this.proof = proof;
    this.presses = presses;
    this.forms = forms;
    this.log = log;
  }

  Response take(Request request) {
    if (!proof.holds(request)) {
      log.count(REFUSED);
      return Problem.of(401, "The signature is missing, wrong or old.").json();
    }
    return switch (InteractionReader.read(request)) {
      case Interaction.Button button -> {
        presses.take(button);
        yield taken();
      }
      case Interaction.Form form -> forms.take(form);
      case Interaction.Nothing() -> taken();
    };
  }

  /** What Slack wants to hear where there is nothing to show. */
  static Response taken() {
    return Response.json(200, Map.of());
  }
}
