package io.stagegate.model;

import java.time.Instant;
import java.util.Set;

/**
 * Somebody who belongs to a project.
 *
 * @param roles at least one
 * @param decides the stages on which an approver decides; empty for all
 * @param addedBy the login of who added them
 */
public record Member(
    ProjectId project,
    Login login,
    Set<Role> roles,
    Set<StageName> decides,
    String addedBy,
    Instant addedAt) {

  public Member {
    roles = Set.copyOf(roles);
    decides = Set.copyOf(decides);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("a member has a role at least");
    }
    if (!decides.isEmpty() && !roles.contains(Role.APPROVER)) {
      throw new IllegalArgumentException("only an approver decides on stages");
    }
  }

  /** Whether they may do something that is of no stage. */
  public boolean may(Permission permission) {
    return roles.stream().anyMatch(role -> role.permits(permission));
  }

  /** Whether they may decide on what would change a stage. */
  public boolean mayDecideOn(StageName stage) {
    return may(Permission.DECIDE) && (decides.isEmpty() || decides.contains(stage));
  }
}
