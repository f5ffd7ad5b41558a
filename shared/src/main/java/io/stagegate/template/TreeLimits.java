package io.stagegate.template;

/** How large a template may be: enough for any that CloudFormation takes, too little to harm. */
final class TreeLimits {
  /** CloudFormation takes 1 MB from S3. */
  static final int BYTES = 1 << 20;

  static final int DEPTH = 100;

  /**
   * Characters, and {@link #NODE} for each node; counts what aliases repeat, so that a few lines
   * can't grow without end.
   */
  static final int SIZE = 10 * BYTES;

  static final int NODE = 25;

  /** As long as YAML lets a simple key be. */
  static final int KEY = 1_024;

  /** Characters of all pointers whose lines are kept: beyond, lines are not known. */
  static final int POINTERS = 4 * BYTES;

  /** Levels whose lines are kept: section, member, its member, a property. */
  static final int LINE_DEPTH = 4;

  private TreeLimits() {}
}
