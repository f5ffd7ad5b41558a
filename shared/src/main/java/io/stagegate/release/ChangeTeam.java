package io.stagegate.release;

import io.stagegate.model.Access;
import io.stagegate.model.Approval;
import io.stagegate.model.Event;
import io.stagegate.model.Login;
import io.stagegate.model.Member;
import io.stagegate.model.Permission;
import io.stagegate.model.Person;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Role;
import io.stagegate.model.StageName;
import io.stagegate.model.Team;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An admin adds members, gives them other roles and takes them from the team. It holds from the
 * next request on. Where those who are left can't answer an open question any more, or somebody who
 * said yes may no longer, the question is closed in the same transaction.
 */
public final class ChangeTeam {
  private final Store store;
  private final Clock clock;

  public ChangeTeam(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** The team as it is now. */
    record Changed(Team team) implements Outcome {}

    /** Not done, with the reason as a sentence. */
    record Refused(String reason) implements Outcome {}

    /** They may not, with what would do as a sentence. */
    record NotAllowed(String reason) implements Outcome {}

    /** There is no such project, or not for them. */
    record Unknown() implements Outcome {}
  }

  /** Adds somebody, or gives them these roles instead of those they have. */
  public Outcome put(
      ProjectId project, Login login, Set<Role> roles, Set<StageName> decides, Person by) {
    return change(
        project,
        login,
        by,
        team -> {
          var since = team.member(login).map(Member::addedAt).orElseGet(clock::instant);
          return team.with(new Member(project, login, roles, decides, by.login().value(), since));
        });
  }

  public Outcome remove(ProjectId project, Login login, Person by) {
    return change(project, login, by, team -> team.without(login));
  }

  private Outcome change(
      ProjectId project, Login login, Person by, Function<Team, Team.Change> change) {
    return store.transact(
        state -> {
          var team = state.get(Keys.team(project));
          return switch (Access.to(Permission.ADMINISTER, team, by)) {
            case Access.Foreign() -> new Outcome.Unknown();
            case Access.Lacking(var reason) -> new Outcome.NotAllowed(reason);
            case Access.Allowed() ->
                team.isEmpty()
                    ? new Outcome.Unknown()
                    : switch (change.apply(team.get())) {
                      case Team.Change.Refused(var reason) -> new Outcome.Refused(reason);
                      case Team.Change.Changed(var after) -> write(state, after, login, by);
                    };
          };
        });
  }

  private Outcome write(Transaction state, Team after, Login login, Person by) {
    var project = after.project();
    var membership = Keys.membership(login, project);
    state.get(membership);
    state.put(Keys.team(project), after);
    after
        .member(login)
        .ifPresentOrElse(member -> state.put(membership, member), () -> state.delete(membership));
    var text =
        after
            .member(login)
            .map(member -> login + " is " + words(member.roles()) + " now.")
            .orElse(login + " is no member any more.");
    state.note(
        new Event(
            project, clock.instant(), "member.changed", "member/" + login, by.toString(), text),
        by.from(),
        null);
    closeWhatCantBeAnswered(state, after);
    return new Outcome.Changed(after);
  }

  private void closeWhatCantBeAnswered(Transaction state, Team team) {
    OpenQuestion.of(state, team.project(), StageName.PRODUCTION)
        .filter(open -> !holds(open.approval(), team))
        .ifPresent(
            open ->
                open.supersede(
                    state,
                    "The members have changed, so that those who were asked can no longer decide.",
                    clock.instant()));
  }

  private static boolean holds(Approval approval, Team team) {
    return team.canReach(approval.quorum(), StageName.PRODUCTION)
        && approval.votes().stream()
            .allMatch(
                vote ->
                    team.member(new Login(vote.by()))
                        .map(member -> member.mayDecideOn(StageName.PRODUCTION))
                        .orElse(false));
  }

  private static String words(Set<Role> roles) {
    return roles.stream()
        .sorted()
        .map(role -> role.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" and "));
  }
}
