package io.stagegate.functions.rollback;

import io.stagegate.http.Guard;
import io.stagegate.http.HttpFunction;
import io.stagegate.http.Log;
import io.stagegate.http.Routes;

/** A person asks to bring production back to an earlier build, by API call or form. */
public final class RollbackHandler extends HttpFunction {
  /** Built by the Lambda runtime. */
  public RollbackHandler() {
    this(DaggerRollbackComponent.create());
  }

  private RollbackHandler(RollbackComponent component) {
    this(component.rollbacks(), component.guard(), component.log());
  }

  RollbackHandler(Rollbacks rollbacks, Guard guard, Log log) {
    super(
        Routes.builder()
            .post("/api/v1/projects/{project}/rollbacks", guard.api(rollbacks::call))
            .post("/projects/{project}/rollbacks", guard.form(rollbacks::form))
            .build(),
        log);
  }
}
