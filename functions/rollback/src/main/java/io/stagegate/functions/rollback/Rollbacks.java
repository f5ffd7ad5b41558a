package io.stagegate.functions.rollback;

import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.http.PathParameters;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.release.ReleaseAnswers;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.Wish;

/**
 * What a request for a rollback says: the number of the {@code build} to go back to, and {@code
 * despiteFreeze} for a reason to do so although production is frozen.
 */
final class Rollbacks {
  private final RequestRelease releases;

  Rollbacks(RequestRelease releases) {
    this.releases = releases;
  }

  Response call(Request request, Caller caller) {
    return ReleaseAnswers.created(request, ask(request, caller, Fields.ofJson(request)));
  }

  Response form(Request request, Caller caller, Fields form) {
    return ReleaseAnswers.page(request, ask(request, caller, form));
  }

  private RequestRelease.Outcome ask(Request request, Caller caller, Fields fields) {
    return releases.ask(
        Wish.rollback(PathParameters.project(request), fields.number("build"), caller.person())
            .with(null, fields.comment("despiteFreeze")));
  }
}
