package io.stagegate.functions.slack;

import io.stagegate.model.Access;
import io.stagegate.model.Approval;
import io.stagegate.model.Permission;
import io.stagegate.model.Person;
import io.stagegate.model.Release;
import io.stagegate.release.Decide.Outcome;
import io.stagegate.slack.Question;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.util.Optional;

/** What a press of a button leads to. */
sealed interface Look {
  /** There is nothing to decide for them, with what deciding would say to that. */
  record Said(Outcome outcome) implements Look {}

  /**
   * They are asked why first.
   *
   * @param reason whether they have to say why
   * @param override whether they may decide alone, as an admin
   * @param alone whether they may decide only so
   */
  record Ask(String headline, boolean reason, boolean override, boolean alone) implements Look {}

  /** Their press counts as it is. */
  record Count() implements Look {}

  /**
   * Looks at what was pressed. Nothing is decided by that: deciding reads and asks all of it again.
   */
  static Look at(Store store, Person person, Question question, boolean approve) {
    var found = store.read(Keys.release(question.project(), question.release()));
    if (found.isEmpty()) {
      return new Said(new Outcome.Unknown());
    }
    var release = found.get();
    var asked = store.read(Keys.approval(question.project(), question.release()));
    var team = store.read(Keys.team(question.project()));
    boolean admin =
        asked.map(approval -> approval.quorum().override()).orElse(false)
            && Access.to(Permission.ADMINISTER, team, person) instanceof Access.Allowed;
    return switch (Access.toDecideOn(release.stage(), team, person)) {
      case Access.Foreign() -> new Said(new Outcome.Unknown());
      case Access.Lacking(var reason) ->
          admin
              ? ask(release, asked, question, approve, true, true)
              : new Said(new Outcome.NotAllowed(reason));
      case Access.Allowed() -> ask(release, asked, question, approve, admin, false);
    };
  }

  private static Look ask(
      Release release,
      Optional<Approval> asked,
      Question question,
      boolean approve,
      boolean admin,
      boolean alone) {
    if (asked.isEmpty()) {
      return new Said(new Outcome.NotAsked(release.phase()));
    }
    var approval = asked.get();
    if (approval.decision() != null) {
      return new Said(new Outcome.Closed(approval.decision()));
    }
    if (!approval.digest().equals(question.digest())) {
      return new Said(new Outcome.OtherReview());
    }
    boolean reason = !approve || approval.quorum().reason() || alone;
    var review = release.review();
    return reason || admin
        ? new Ask(review == null ? "" : review.headline(), reason, admin, alone)
        : new Count();
  }
}
