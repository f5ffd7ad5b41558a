package io.stagegate.release;

import io.stagegate.model.Access;
import io.stagegate.model.Event;
import io.stagegate.model.Freeze;
import io.stagegate.model.Permission;
import io.stagegate.model.Person;
import io.stagegate.model.Project;
import io.stagegate.model.ProjectId;
import io.stagegate.model.StageName;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import java.time.Clock;
import java.util.List;

/** An admin says when a stage is not to be changed. It holds from the next request on. */
public final class SetFreezes {
  private final Store store;
  private final Clock clock;

  public SetFreezes(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Changed(List<Freeze> freezes) implements Outcome {}

    /** Not done, with the reason as a sentence. */
    record Refused(String reason) implements Outcome {}

    /** They may not, with what would do as a sentence. */
    record NotAllowed(String reason) implements Outcome {}

    /** There is no such project, or not for them. */
    record Unknown() implements Outcome {}
  }

  public Outcome set(ProjectId id, StageName stage, List<Freeze> freezes, Person by) {
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
                switch (project.get().withFreezes(stage, freezes)) {
                  case Project.StageChange.Refused(var reason) -> new Outcome.Refused(reason);
                  case Project.StageChange.Changed(var after) -> {
                    write(state, after, stage, freezes, by);
                    yield new Outcome.Changed(freezes);
                  }
                };
          };
        });
  }

  private void write(
      Transaction state, Project after, StageName stage, List<Freeze> freezes, Person by) {
    state.get(Keys.projectInList(after.id()));
    state.put(Keys.project(after.id()), after);
    state.put(Keys.projectInList(after.id()), after);
    var text =
        freezes.isEmpty()
            ? "%s has no freezes any more.".formatted(stage)
            : "%s has %d freezes now: %s."
                .formatted(
                    stage,
                    freezes.size(),
                    String.join(", ", freezes.stream().map(Freeze::reason).toList()));
    state.note(
        new Event(
            after.id(), clock.instant(), "stage.freezes", "stage/" + stage, by.toString(), text),
        by.from(),
        null);
  }
}
