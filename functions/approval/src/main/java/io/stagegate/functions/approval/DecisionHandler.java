package io.stagegate.functions.approval;

import io.stagegate.http.Guard;
import io.stagegate.http.HttpFunction;
import io.stagegate.http.Log;
import io.stagegate.http.Routes;

/** A person approves or rejects a release, by API call or from the form of its page. */
public final class DecisionHandler extends HttpFunction {
  /** Built by the Lambda runtime. */
  public DecisionHandler() {
    this(DaggerDecisionComponent.create());
  }

  private DecisionHandler(DecisionComponent component) {
    this(component.decisions(), component.guard(), component.log());
  }

  DecisionHandler(Decisions decisions, Guard guard, Log log) {
    super(
        Routes.builder()
            .post(
                "/api/v1/projects/{project}/releases/{release}/decision",
                guard.api(decisions::call))
            .post("/projects/{project}/releases/{release}/decision", guard.form(decisions::form))
            .build(),
        log);
  }
}
