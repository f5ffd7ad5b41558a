package io.stagegate.http;

import io.stagegate.model.Person;

/**
 * Somebody who is known, and the way they came.
 *
 * @param csrf the token for the forms of this caller's pages; empty for a caller without a session
 */
public record Caller(Person person, Channel channel, String csrf) {

  /** By which way somebody came. */
  public enum Channel {
    /** With the API's own token. */
    API,
    /** With a personal token. */
    TOKEN,
    CONSOLE
  }

  public String login() {
    return person.login().value();
  }

  @Override
  public String toString() {
    return person + " (" + channel + ")";
  }
}
