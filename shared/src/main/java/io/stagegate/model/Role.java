package io.stagegate.model;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a member is in a project; one may be several. */
public enum Role {
  VIEWER(EnumSet.of(Permission.VIEW)),
  DEPLOYER(EnumSet.of(Permission.VIEW, Permission.DEPLOY)),
  PROMOTER(EnumSet.of(Permission.VIEW, Permission.ASK)),
  APPROVER(EnumSet.of(Permission.VIEW, Permission.DECIDE)),
  /** Everything but deciding: who sets the rules isn't by that among those who decide. */
  ADMIN(EnumSet.of(Permission.VIEW, Permission.DEPLOY, Permission.ASK, Permission.ADMINISTER));

  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = Set.copyOf(permissions);
  }

  public boolean permits(Permission permission) {
    return permissions.contains(permission);
  }

  /** The roles that would do, as people read them: {@code promoter or admin}. */
  public static String thatPermit(Permission permission) {
    return Stream.of(values())
        .filter(role -> role.permits(permission))
        .map(role -> role.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" or "));
  }
}
