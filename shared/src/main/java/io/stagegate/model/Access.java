package io.stagegate.model;

import java.util.Optional;

/** Whether somebody may do something in a project. */
public sealed interface Access {
  /** They may. */
  record Allowed() implements Access {}

  /** They belong to the project, but not so, or came with a token that is for less. */
  record Lacking(String reason) implements Access {}

  /** They do not belong to it: to them it is not there. */
  record Foreign() implements Access {}

  /** May they do what is of no stage? */
  static Access to(Permission permission, Optional<Team> team, Person person) {
    if (person.operator() && Role.ADMIN.permits(permission)) {
      return within(Scope.of(permission), person);
    }
    return member(team, person)
        .map(
            member ->
                member.may(permission)
                    ? within(Scope.of(permission), person)
                    : lacking(permission, ""))
        .orElseGet(() -> stranger(permission, person));
  }

  /** May they do what only who runs this Stagegate may? */
  static Access toOperate(Person person, String otherwise) {
    return person.operator() ? within(Scope.ADMIN, person) : new Lacking(otherwise);
  }

  /** Whether what they came with is for this, given that they may. */
  static Access within(Scope scope, Person person) {
    return person.within(scope) ? new Allowed() : new Lacking(scope.lacking());
  }

  /** May they decide on what would change a stage? */
  static Access toDecideOn(StageName stage, Optional<Team> team, Person person) {
    return member(team, person)
        .map(
            member ->
                member.mayDecideOn(stage)
                    ? within(Scope.DECIDE, person)
                    : lacking(Permission.DECIDE, " for " + stage))
        .orElseGet(() -> stranger(Permission.DECIDE, person));
  }

  private static Optional<Member> member(Optional<Team> team, Person person) {
    return team.flatMap(all -> all.member(person.login()));
  }

  private static Access lacking(Permission permission, String where) {
    return new Lacking("It takes the role " + Role.thatPermit(permission) + where + ".");
  }

  private static Access stranger(Permission permission, Person person) {
    return person.operator() ? lacking(permission, " in this project") : new Foreign();
  }
}
