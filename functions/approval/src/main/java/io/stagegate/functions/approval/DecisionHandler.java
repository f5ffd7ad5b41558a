package io.stagegate.functions.approval;

import io.stagegate.http.Guard;
import io.stagegate.http.HttpFunction;
import io.stagegate.http.Log;
import io.stagegate.http.Routes;

/** A person approves or rejects a release: by API call, its page's form, or a personal link's. */
public final class DecisionHandler extends HttpFunction {
  /** Built by the Lambda runtime. */
  public DecisionHandler() {
    this(DaggerDecisionComponent.create());
  }

  private DecisionHandler(DecisionComponent component) {
    this(component.decisions(), component.links(), component.guard(), component.log());
  }

  DecisionHandler(Decisions decisions, LinkForms links, Guard guard, Log log) {
    super(routes(decisions, links, guard), log);
  }

  private static Routes routes(Decisions decisions, LinkForms links, Guard guard) {
    var press = "/projects/{project}/releases/{release}/decision";
    var routes =
        Routes.builder()
            .post("/api/v1" + press, guard.api(decisions::call))
            .post(press, guard.form(decisions::form));
    links.add(routes);
    return routes.build();
  }
}
