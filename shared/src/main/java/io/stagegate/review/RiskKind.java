package io.stagegate.review;

/** What a risk is about. */
public enum RiskKind {
  /** Data is lost, or its loss can't be ruled out. */
  DATA_LOSS,
  /** Something goes away that keeps no data of its own. */
  REMOVAL,
  /** Something is made anew under another physical id. */
  REPLACEMENT,
  /** Made anew only because something it refers to is. */
  CASCADE,
  /** Somebody may do what they could not before. */
  PERMISSION,
  /** Something can be reached by anybody, or from more places than before. */
  PUBLIC_ACCESS,
  /** Encryption is switched off or its key changes. */
  ENCRYPTION,
  /** What serves traffic may stop answering for a while, or at its address. */
  DOWNTIME,
  /** Something will cost more. */
  COST,
  /** Backups, deletion protection or retention get weaker. */
  PROTECTION,
  /** A template section, nested stack or macro changes things that are not listed. */
  HIDDEN,
  /** What runs differs from what CloudFormation recorded. */
  DRIFT,
  /** A hook may stop the deployment. */
  HOOK,
  /** The answers given do not tell everything. */
  INCOMPLETE,
  /** CloudFormation says something that this version does not know. */
  UNKNOWN,
  /** An existing resource comes under the stack's control. */
  IMPORT
}
