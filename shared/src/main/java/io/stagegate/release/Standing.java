package io.stagegate.release;

import io.stagegate.model.Access;
import io.stagegate.model.Frozen;
import io.stagegate.model.Permission;
import io.stagegate.model.ReleaseRules;
import io.stagegate.model.Stage;
import io.stagegate.model.Team;
import io.stagegate.release.RequestRelease.Outcome;
import io.stagegate.store.Keys;
import io.stagegate.store.Transaction;
import java.time.Instant;
import java.util.Optional;

/** What else stands in the way of a release that the build's rules allow. */
final class Standing {
  private Standing() {}

  /** Why it may not be asked for; empty where it may. */
  static Optional<Outcome> of(
      Transaction state, Wish wish, Stage target, Optional<Team> team, Instant now) {
    return frozen(wish, target, team, now).or(() -> another(state, wish, team));
  }

  private static Optional<Outcome> frozen(
      Wish wish, Stage target, Optional<Team> team, Instant now) {
    var frozen = Frozen.of(target, now);
    if (frozen.isEmpty()) {
      return Optional.empty();
    }
    if (wish.despite().isBlank() || !target.approvals().adminOverrides()) {
      return Optional.of(new Outcome.Refused(frozen.get().sentence()));
    }
    return Access.to(Permission.ADMINISTER, team, wish.by()) instanceof Access.Allowed
        ? Optional.empty()
        : Optional.of(
            new Outcome.NotAllowed(
                frozen.get().sentence() + " Only an admin asks in spite of that."));
  }

  private static Optional<Outcome> another(Transaction state, Wish wish, Optional<Team> team) {
    var number = wish.instead();
    if (number == null) {
      return Optional.empty();
    }
    var older = state.get(Keys.release(wish.project(), number));
    if (older.isEmpty()) {
      return Optional.of(new Outcome.Unknown("There is no release " + number + "."));
    }
    var own = older.get().requestedBy().equals(wish.by().login().value());
    if (!own && !(Access.to(Permission.ADMINISTER, team, wish.by()) instanceof Access.Allowed)) {
      return Optional.of(
          new Outcome.NotAllowed(
              "Only who asked for release "
                  + number
                  + ", or an admin, puts another in its place."));
    }
    var question = state.get(Keys.approval(wish.project(), number));
    return ReleaseRules.instead(older.get(), question, wish.from(), wish.build())
        .map(Outcome.Refused::new);
  }
}
