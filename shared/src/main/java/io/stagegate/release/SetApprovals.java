package io.stagegate.release;

import io.stagegate.model.ApprovalPolicy;
import io.stagegate.model.Person;
import io.stagegate.model.ProjectId;
import io.stagegate.model.StageName;
import io.stagegate.release.ProjectSettings.Told;
import io.stagegate.store.Store;
import java.time.Clock;

/** An admin says what a stage asks of people. It counts for questions asked from then on. */
public final class SetApprovals {
  private final ProjectSettings settings;

  public SetApprovals(Store store, Clock clock) {
    this.settings = new ProjectSettings(store, clock);
  }

  public ProjectSettings.Outcome<ApprovalPolicy> set(
      ProjectId id, StageName stage, ApprovalPolicy policy, Person by) {
    var text =
        "%s asks for %d approvals now, %d where data is lost or access wider, within %s."
            .formatted(stage, policy.approvals(), policy.graveApprovals(), policy.decideWithin());
    return settings.set(
        id,
        by,
        policy,
        new Told("stage.approvals", "stage/" + stage, text),
        (state, project) -> ProjectSettings.write(state, project.withApprovals(stage, policy)));
  }
}
