package io.stagegate.release;

import io.stagegate.audit.AuditNote;
import io.stagegate.model.Approval;
import io.stagegate.model.ApprovalPolicy;
import io.stagegate.model.CarryOver;
import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import io.stagegate.model.Notice;
import io.stagegate.model.Origin;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Quorum;
import io.stagegate.model.Release;
import io.stagegate.model.Stage;
import io.stagegate.model.Stakes;
import io.stagegate.model.Vote;
import io.stagegate.store.Keys;
import io.stagegate.store.OpenApproval;
import io.stagegate.store.Reminder;
import io.stagegate.store.Store;
import io.stagegate.store.TaskToken;
import io.stagegate.store.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A release's workflow asks people, and waits. */
public final class AskPeople {
  /** How far back authors are looked for. */
  private static final int MOST_BUILDS = 100;

  private final Store store;
  private final Clock clock;

  public AskPeople(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Asks about a review. The workflow may ask again, with a new token, when a call of it was
   * repeated: then that token is the one that counts, and a decision that was taken in between is
   * handed to it at once.
   *
   * @param digest of the review
   * @param token the workflow's task token
   * @return the question as it stands
   * @throws IllegalStateException where there is no such release, or people have decided on another
   *     review of it
   */
  public Approval ask(ProjectId project, int number, String digest, String token) {
    return store.transact(
        state -> {
          var release =
              state
                  .get(Keys.release(project, number))
                  .orElseThrow(() -> new IllegalStateException("there is no release " + number));
          var before = state.get(Keys.approval(project, number));
          var decision = before.map(Approval::decision);
          if (before.isPresent() && before.get().digest().equals(digest)) {
            if (decision.isPresent()) {
              state.send(new Effect.Resume(token, Closing.output(decision.get()), project, number));
            } else {
              keep(state, project, number, token);
            }
            return before.get();
          }
          if (decision.isPresent()) {
            throw new IllegalStateException("release " + number + " is decided already");
          }
          return write(state, release, before, digest, token);
        });
  }

  private Approval write(
      Transaction state, Release release, Optional<Approval> before, String digest, String token) {
    var now = clock.instant();
    var id = release.project();
    before.ifPresent(
        other -> {
          state.delete(Keys.openApproval(other));
          Reminder.of(other).ifPresent(reminder -> state.delete(Keys.reminder(reminder)));
        });
    var policy = policy(state, release);
    var quorum = Quorum.of(policy, release, stakes(release), authors(release));
    var asked = Approval.asked(id, release.number(), digest, quorum, now, policy.decideWithin());
    var carried = carried(state, release, asked, policy);
    var approval = asked.carrying(carried).remindingAt(policy.remindAt(now).orElse(null));
    Reminder.of(approval).ifPresent(reminder -> state.put(Keys.reminder(reminder), reminder));
    state.put(Keys.approval(id, release.number()), approval);
    state.put(
        Keys.openApproval(approval), new OpenApproval(id, release.number(), approval.expiresAt()));
    keep(state, id, release.number(), token);
    state.put(Keys.release(id, release.number()), release.asking(now));
    var event = Event.of(release, now, "asked", Event.STAGEGATE, sentence(release, carried));
    state.note(event);
    if (!carried.isEmpty()) {
      state.audit(AuditNote.of(event, Origin.SYSTEM, digest).as("release.carried"));
    }
    state.send(new Effect.Announce(id, release.number(), Notice.Kind.ASKED));
    return approval;
  }

  /** Who said yes to the very same when the release that this one follows was asked about. */
  private static List<Vote> carried(
      Transaction state, Release release, Approval asked, ApprovalPolicy policy) {
    var follows = release.follows();
    var team = state.get(Keys.team(release.project()));
    return follows == null || team.isEmpty()
        ? List.of()
        : state
            .get(Keys.approval(release.project(), follows))
            .map(
                earlier ->
                    CarryOver.of(
                        earlier, asked, release.stage(), team.get(), policy.decideWithin()))
            .orElse(List.of());
  }

  private static ApprovalPolicy policy(Transaction state, Release release) {
    return state
        .get(Keys.project(release.project()))
        .flatMap(project -> project.stage(release.stage()))
        .map(Stage::approvals)
        .orElse(ApprovalPolicy.DEFAULT);
  }

  private static Stakes stakes(Release release) {
    var review = release.review();
    return review == null ? Stakes.NONE : review.stakes();
  }

  /** Who wrote what a release brings: every build's authors since the one that is there. */
  private Set<String> authors(Release release) {
    var from = release.replaces() == null ? 0 : release.replaces();
    return store.list(Keys.builds(release.project()), MOST_BUILDS, null).items().stream()
        .filter(build -> build.number() > from && build.number() <= release.build())
        .flatMap(build -> build.commit().authors().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void keep(Transaction state, ProjectId project, int number, String token) {
    var key = Closing.token(project, number);
    state.get(key);
    state.put(key, new TaskToken(token));
  }

  private static String sentence(Release release, List<Vote> carried) {
    var waits = "Release " + release.number() + " waits for a decision.";
    return carried.isEmpty()
        ? waits
        : waits
            + " What would be applied is the same as before, so these yeses are carried over: "
            + carried.stream()
                .map(vote -> vote.by() + " (release " + vote.from() + ")")
                .collect(Collectors.joining(", "))
            + ".";
  }
}
