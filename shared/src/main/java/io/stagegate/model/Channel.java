package io.stagegate.model;

/** By which way somebody came, or that nobody did. */
public enum Channel {
  /** A session of the console. */
  CONSOLE,
  /** The API's own token. */
  API,
  /** A personal token. */
  TOKEN,
  /** A link in a mail. */
  MAIL,
  /** A button of a Slack message. */
  SLACK,
  /** Nobody: Stagegate itself did it. */
  SYSTEM
}
