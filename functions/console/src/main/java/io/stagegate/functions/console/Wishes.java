package io.stagegate.functions.console;

import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.http.PathParameters;
import io.stagegate.http.Request;
import io.stagegate.model.StageName;
import io.stagegate.release.Wish;

/** What calls and forms ask for. */
final class Wishes {
  private Wishes() {}

  static Wish promotion(Request request, Caller caller, Fields fields) {
    return Wish.promotion(
            PathParameters.project(request),
            fields.needed("stage", StageName::new),
            fields.number("build"),
            caller.person())
        .with(fields.numberIfThere("instead").orElse(null), fields.comment("despiteFreeze"));
  }
}
