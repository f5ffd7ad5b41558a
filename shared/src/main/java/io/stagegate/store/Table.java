package io.stagegate.store;

/** The tables that records lie in. */
public enum Table {
  /** All state. */
  STATE,
  /**
   * The audit log. It is a table of its own because what may be done to a table is for AWS to hold:
   * nobody who writes this one may delete or update in it.
   */
  AUDIT
}
