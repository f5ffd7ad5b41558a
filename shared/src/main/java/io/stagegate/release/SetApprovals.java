package io.stagegate.release;

import io.stagegate.model.Access;
import io.stagegate.model.ApprovalPolicy;
import io.stagegate.model.Event;
import io.stagegate.model.Permission;
import io.stagegate.model.Person;
import io.stagegate.model.Project;
import io.stagegate.model.ProjectId;
import io.stagegate.model.StageName;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import java.time.Clock;

/** An admin says what a stage asks of people. It counts for questions asked from then on. */
public final class SetApprovals {
  private final Store store;
  private final Clock clock;

  public SetApprovals(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Changed(ApprovalPolicy policy) implements Outcome {}

    /** Not done, with the reason as a sentence. */
    record Refused(String reason) implements Outcome {}

    /** They may not, with what would do as a sentence. */
    record NotAllowed(String reason) implements Outcome {}

    /** There is no such project, or not for them. */
    record Unknown() implements Outcome {}
  }

  public Outcome set(ProjectId id, StageName stage, ApprovalPolicy policy, Person by) {
    return store.transact(
        state -> {
          var project = state.get(Keys.project(id));
          if (project.isEmpty()) {
            return new Outcome.Unknown();
          }
          return switch (Access.to(Permission.ADMINISTER, state.get(Keys.team(id)), by)) {
            case Access.Foreign() -> new Outcome.Unknown();
            case Access.Lacking(var reason) -> new Outcome.NotAllowed(reason);
            case Access.Allowed() ->
                switch (project.get().withApprovals(stage, policy)) {
                  case Project.StageChange.Refused(var reason) -> new Outcome.Refused(reason);
                  case Project.StageChange.Changed(var after) -> {
                    write(state, after, stage, policy, by);
                    yield new Outcome.Changed(policy);
                  }
                };
          };
        });
  }

  private void write(
      Transaction state, Project after, StageName stage, ApprovalPolicy policy, Person by) {
    state.get(Keys.projectInList(after.id()));
    state.put(Keys.project(after.id()), after);
    state.put(Keys.projectInList(after.id()), after);
    var text =
        "%s asks for %d approvals now, %d where data is lost or access wider, within %s."
            .formatted(stage, policy.approvals(), policy.graveApprovals(), policy.decideWithin());
    state.note(
        new Event(
            after.id(), clock.instant(), "stage.approvals", "stage/" + stage, by.toString(), text),
        by.from(),
        null);
  }
}
