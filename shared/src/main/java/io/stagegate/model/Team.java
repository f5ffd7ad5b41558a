package io.stagegate.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who belongs to a project. It always has an admin, so that somebody can change it.
 *
 * @param members by login, nobody twice
 */
public record Team(ProjectId project, List<Member> members) {
  public static final int MOST_MEMBERS = 100;

  public Team {
    members =
        members.stream().sorted(Comparator.comparing(member -> member.login().value())).toList();
  }

  /** What changing a team gives. */
  public sealed interface Change {
    /** The team as it is then. */
    record Changed(Team team) implements Change {}

    /** Not done, with the reason as a sentence. */
    record Refused(String reason) implements Change {}
  }

  public Optional<Member> member(Login login) {
    return members.stream().filter(member -> member.login().equals(login)).findFirst();
  }

  /** Adds a member, or gives one other roles. */
  public Change with(Member member) {
    var others = without(member.login(), members);
    if (others.size() >= MOST_MEMBERS) {
      return new Change.Refused("A project has at most " + MOST_MEMBERS + " members.");
    }
    others.add(member);
    return changed(others);
  }

  public Change without(Login login) {
    return member(login).isEmpty()
        ? new Change.Refused(login + " is no member.")
        : changed(without(login, members));
  }

  /** Whether there are enough people who could say yes. */
  public boolean canReach(Quorum quorum, StageName stage) {
    return deciders(quorum, stage) >= quorum.needed();
  }

  /** How many people could say yes to what would change a stage. */
  public long deciders(Quorum quorum, StageName stage) {
    return members.stream()
        .filter(member -> member.mayDecideOn(stage))
        .filter(member -> quorum.bars(member.login().value()).isEmpty())
        .count();
  }

  private Change changed(List<Member> all) {
    return all.stream().anyMatch(member -> member.may(Permission.ADMINISTER))
        ? new Change.Changed(new Team(project, all))
        : new Change.Refused("A project keeps an admin: make somebody else one first.");
  }

  private static List<Member> without(Login login, List<Member> members) {
    var others = new ArrayList<>(members);
    others.removeIf(member -> member.login().equals(login));
    return others;
  }
}
