package io.stagegate.release;

import io.stagegate.model.Access;
import io.stagegate.model.Event;
import io.stagegate.model.LinkProof;
import io.stagegate.model.Permission;
import io.stagegate.model.Person;
import io.stagegate.model.Project;
import io.stagegate.model.ProjectId;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import java.time.Clock;

/** An admin says what a project's personal links take beside themselves. It counts at once. */
public final class SetLinkProof {
  private final Store store;
  private final Clock clock;

  public SetLinkProof(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Changed(LinkProof proof) implements Outcome {}

    /** They may not, with what would do as a sentence. */
    record NotAllowed(String reason) implements Outcome {}

    /** There is no such project, or not for them. */
    record Unknown() implements Outcome {}
  }

  public Outcome set(ProjectId id, LinkProof proof, Person by) {
    return store.transact(
        state -> {
          var project = state.get(Keys.project(id));
          if (project.isEmpty()) {
            return new Outcome.Unknown();
          }
          return switch (Access.to(Permission.ADMINISTER, state.get(Keys.team(id)), by)) {
            case Access.Foreign() -> new Outcome.Unknown();
            case Access.Lacking(var reason) -> new Outcome.NotAllowed(reason);
            case Access.Allowed() -> {
              write(state, project.get().withLinkProof(proof), by);
              yield new Outcome.Changed(proof);
            }
          };
        });
  }

  private void write(Transaction state, Project after, Person by) {
    state.get(Keys.projectInList(after.id()));
    state.put(Keys.project(after.id()), after);
    state.put(Keys.projectInList(after.id()), after);
    var text =
        switch (after.proofOfLinks()) {
          case SESSION -> "Links in mails take a session now.";
          case CODE -> "Links in mails take a session or a code now.";
          case LINK -> "Links in mails decide without anything else now.";
        };
    state.note(
        new Event(
            after.id(), clock.instant(), "project.link-proof", "project", by.toString(), text),
        by.from(),
        null);
  }
}
