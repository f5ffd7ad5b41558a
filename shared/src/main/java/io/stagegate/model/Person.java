package io.stagegate.model;

/**
 * Somebody who is known.
 *
 * @param operator whether they run this Stagegate, which makes them an admin of every project
 */
public record Person(Login login, boolean operator) {
  @Override
  public String toString() {
    return login.value();
  }
}
