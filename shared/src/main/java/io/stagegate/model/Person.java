package io.stagegate.model;

import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody who is known, and here.
 *
 * @param operator whether they run this Stagegate, which makes them an admin of every project
 * @param scopes to what they are held, by the token they came with; all for who came without one
 * @param from where they came from, which the audit log remembers
 */
public record Person(Login login, boolean operator, Set<Scope> scopes, Origin from) {
  public Person {
    scopes = Set.copyOf(scopes);
  }

  /** Somebody whom no token holds to less than they may. */
  public Person(Login login, boolean operator, Origin from) {
    this(login, operator, EnumSet.allOf(Scope.class), from);
  }

  /** Whether what they came with is for this too. */
  public boolean within(Scope scope) {
    return scopes.contains(scope);
  }

  @Override
  public String toString() {
    return login.value();
  }
}
