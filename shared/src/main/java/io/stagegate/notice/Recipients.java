package io.stagegate.notice;

import io.stagegate.model.Approval;
import io.stagegate.model.Login;
import io.stagegate.model.Notice;
import io.stagegate.model.Release;
import io.stagegate.model.Team;
import io.stagegate.model.Vote;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is told. */
final class Recipients {
  private Recipients() {}

  /**
   * Those who are told, nobody twice.
   *
   * @param asked who was told before that they are asked
   */
  static Set<Login> of(
      Notice.Kind kind,
      Release release,
      Optional<Approval> approval,
      Optional<Team> team,
      Set<Login> asked) {
    return switch (kind) {
      case ASKED, REMINDER -> team.map(all -> deciding(release, approval, all)).orElse(Set.of());
      case CLOSED -> and(asked, requester(release));
      case ENDED -> and(voters(approval), requester(release));
    };
  }

  /** Whether it is still somebody's to decide, and they have not. */
  static boolean mayDecide(Release release, Approval approval, Team team, Login login) {
    return approval.decision() == null
        && team.member(login).filter(member -> member.mayDecideOn(release.stage())).isPresent()
        && approval.quorum().bars(login.value()).isEmpty()
        && approval.votes().stream().noneMatch(vote -> vote.by().equals(login.value()));
  }

  private static Set<Login> deciding(Release release, Optional<Approval> approval, Team team) {
    return approval.stream()
        .flatMap(
            open ->
                team.members().stream()
                    .map(member -> member.login())
                    .filter(login -> mayDecide(release, open, team, login)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<Login> voters(Optional<Approval> approval) {
    return approval.stream()
        .flatMap(asked -> asked.votes().stream())
        .map(Vote::by)
        .map(Login::new)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<Login> and(Set<Login> some, Login one) {
    var all = new LinkedHashSet<>(some);
    all.add(one);
    return all;
  }

  private static Login requester(Release release) {
    return new Login(release.requestedBy());
  }
}
