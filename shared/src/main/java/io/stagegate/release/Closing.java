package io.stagegate.release;

import io.stagegate.audit.AuditNote;
import io.stagegate.model.Approval;
import io.stagegate.model.Decision;
import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import io.stagegate.model.Notice;
import io.stagegate.model.Origin;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Release;
import io.stagegate.store.Codec;
import io.stagegate.store.Key;
import io.stagegate.store.Keys;
import io.stagegate.store.Reminder;
import io.stagegate.store.TaskToken;
import io.stagegate.store.Transaction;
import java.util.Locale;
import java.util.Map;

/** What is written when a question to people ends, however it does: all of it at once. */
final class Closing {
  private Closing() {}

  /** Where the token of the workflow that waits for people lies. */
  static Key<TaskToken> token(ProjectId project, int release) {
    return Keys.token(project, "approval-" + release);
  }

  /** What the waiting workflow is handed: {@code {"decision":"APPROVED"}} and the like. */
  static String output(Decision decision) {
    return Codec.write(Map.of("decision", decision.status()));
  }

  /**
   * Ends the question.
   *
   * @param before the approval as it was read
   * @param after the approval with its decision
   * @param from where who ended it came from; {@link Origin#SYSTEM} where nobody did
   */
  static void write(
      Transaction state,
      Release release,
      Approval before,
      Approval after,
      Decision decision,
      Origin from) {
    var id = release.project();
    var token = state.get(token(id, release.number()));
    state.put(Keys.approval(id, release.number()), after);
    state.delete(Keys.openApproval(before));
    Reminder.of(before).ifPresent(reminder -> state.delete(Keys.reminder(reminder)));
    state.put(Keys.release(id, release.number()), release.decided(decision, decision.at()));
    var event =
        Event.of(
            release,
            decision.at(),
            decision.status().name().toLowerCase(Locale.ROOT),
            decision.by(),
            sentence(release, decision));
    state.note(event);
    state.audit(AuditNote.of(event, from, after.digest()).as(action(after, decision)));
    state.send(new Effect.Announce(id, release.number(), Notice.Kind.CLOSED));
    // Without a token nobody waits yet: whoever comes to wait is told at once (AskPeople).
    token.ifPresent(
        waiting -> {
          state.send(new Effect.Resume(waiting.token(), output(decision), id, release.number()));
          state.delete(token(id, release.number()));
        });
  }

  private static String action(Approval after, Decision decision) {
    return switch (decision.status()) {
      case APPROVED, REJECTED ->
          after.votes().getLast().override()
              ? AuditNote.OVERRIDDEN
              : decision.status() == Approval.Status.APPROVED
                  ? "release.approved"
                  : "release.rejected";
      case EXPIRED -> "release.expired";
      case SUPERSEDED, PENDING ->
          decision.by().equals(Event.STAGEGATE) ? "release.superseded" : "release.withdrawn";
    };
  }

  private static String sentence(Release release, Decision decision) {
    var what =
        switch (decision.status()) {
          case APPROVED -> "Approved release ";
          case REJECTED -> "Rejected release ";
          case EXPIRED -> "Nobody decided in time on release ";
          case SUPERSEDED, PENDING -> "No decision is needed any more on release ";
        };
    var said = decision.status() == Approval.Status.EXPIRED ? "" : decision.comment();
    return what + release.number() + (said.isEmpty() ? "." : ": " + said);
  }
}
