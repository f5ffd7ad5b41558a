package io.stagegate.model;

import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody who is known.
 *
 * @param operator whether they run this Stagegate, which makes them an admin of every project
 * @param scopes to what they are held, by the token they came with; all for who came without one
 */
public record Person(Login login, boolean operator, Set<Scope> scopes) {
  public Person {
    scopes = Set.copyOf(scopes);
  }

  /** Somebody whom no token holds to less than they may. */
  public Person(Login login, boolean operator) {
    this(login, operator, EnumSet.allOf(Scope.class));
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
