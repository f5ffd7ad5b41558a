package io.stagegate.template;

/** How large a template may be: enough for any that CloudFormation takes, too little to harm. */
final class TreeLimits {
  /** CloudFormation takes 1 MB from S3. */
  static final int BYTES = 1 << 20;

  static final int DEPTH = 100;

  /** Counts what aliases repeat, so that a few lines can't grow without end. */
  static final int NODES = 400_000;

  /** Levels whose lines are kept: section, member, its member, a property. */
  static final int LINE_DEPTH = 4;

  private TreeLimits() {}
}
