package io.stagegate.release;

import io.stagegate.model.Access;
import io.stagegate.model.Decision;
import io.stagegate.model.Permission;
import io.stagegate.model.Person;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Release;
import io.stagegate.model.Scope;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import java.time.Clock;

/** Who asked for a release, or an admin, takes it back while people are asked. */
public final class Withdraw {
  private final Store store;
  private final Clock clock;

  public Withdraw(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** The question is closed; the release ends without changing anything. */
    record Withdrawn(Decision decision) implements Outcome {}

    /** Somebody, or time, ended it before. */
    record Closed(Decision earlier) implements Outcome {}

    /** People are not asked, so there is nothing to take back. */
    record NotAsked(Release.Phase phase) implements Outcome {}

    /** They may not, with what would do as a sentence. */
    record NotAllowed(String reason) implements Outcome {}

    /** There is no such release, or not for them. */
    record Unknown() implements Outcome {}
  }

  /**
   * Takes a release back.
   *
   * @param why what people are told; may be empty
   */
  public Outcome withdraw(ProjectId project, int number, Person by, String why) {
    return store.transact(
        state -> {
          var release = state.get(Keys.release(project, number));
          if (release.isEmpty()) {
            return new Outcome.Unknown();
          }
          var own = release.get().requestedBy().equals(by.login().value());
          var permission = own ? Permission.VIEW : Permission.ADMINISTER;
          return switch (Access.to(permission, state.get(Keys.team(project)), by)) {
            case Access.Foreign() -> new Outcome.Unknown();
            case Access.Lacking ignored ->
                new Outcome.NotAllowed("Only who asked for it, or an admin, takes a release back.");
            case Access.Allowed() ->
                by.within(Scope.ASK)
                    ? close(state, release.get(), by, why)
                    : new Outcome.NotAllowed(Scope.ASK.lacking());
          };
        });
  }

  private Outcome close(Transaction state, Release release, Person by, String why) {
    var asked = state.get(Keys.approval(release.project(), release.number()));
    if (asked.isEmpty() || (asked.get().decision() == null && release.phase().ended())) {
      return new Outcome.NotAsked(release.phase());
    }
    var before = asked.get();
    if (before.decision() != null) {
      return new Outcome.Closed(before.decision());
    }
    var said = by + " took it back" + (why.isBlank() ? "." : ": " + why);
    var after = before.supersede(by.login().value(), said, clock.instant());
    var decision = Decide.decisionOf(after);
    Closing.write(state, release, before, after, decision, by.from());
    return new Outcome.Withdrawn(decision);
  }
}
