package io.stagegate.http;

import io.stagegate.model.Channel;
import io.stagegate.model.Person;

/**
 * Somebody who is known, and the way they came.
 *
 * @param csrf the token for the forms of this caller's pages; empty for a caller without a session
 */
public record Caller(Person person, String csrf) {

  public String login() {
    return person.login().value();
  }

  public Channel channel() {
    return person.from().channel();
  }

  @Override
  public String toString() {
    return person + " (" + channel() + ")";
  }
}
