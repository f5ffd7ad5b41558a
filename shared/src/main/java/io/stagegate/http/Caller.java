package io.stagegate.http;

/**
 * Somebody who is known.
 *
 * @param csrf the token for the forms of this caller's pages; empty for a caller without a session
 */
public record Caller(String login, Channel channel, String csrf) {

  /** By which way somebody came. */
  public enum Channel {
    API,
    CONSOLE
  }

  @Override
  public String toString() {
    return login + " (" + channel + ")";
  }
}
