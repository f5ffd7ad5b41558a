package io.stagegate.functions.console;

import io.stagegate.http.Problem;
import io.stagegate.http.Response;
import io.stagegate.release.ProjectSettings.Outcome;
import java.util.function.Function;

/** What the API answers to who sets something. */
final class SettingAnswers {
  private SettingAnswers() {}

  /**
   * The answer.
   *
   * @param view what is shown of what is set now
   */
  static <T> Response json(Outcome<T> outcome, Function<T, Object> view) {
    return switch (outcome) {
      case Outcome.Changed<T>(var now) -> Response.json(200, view.apply(now));
      case Outcome.Refused<T>(var reason) -> Problem.of(409, reason).json();
      case Outcome.NotAllowed<T>(var reason) -> Problem.of(403, reason).json();
      case Outcome.Unknown<T>() -> Problem.notFound().json();
    };
  }
}
