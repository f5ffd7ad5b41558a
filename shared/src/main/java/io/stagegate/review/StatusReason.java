package io.stagegate.review;

import java.util.Locale;

/** Why a change set is as it is, told apart by CloudFormation's texts: it gives no codes here. */
public enum StatusReason {
  /** It can be executed, or no reason is given. */
  NONE,
  NO_CHANGES,
  ACCESS_DENIED,
  TEMPLATE_ERROR,
  VALIDATION_ERROR,
  /** Another change set of the stack was executed, or the stack was changed since. */
  OBSOLETE,
  /** It is executed with the change set it is nested in. */
  NESTED,
  /** A warning beside a change set that can be executed. */
  WARNING,
  OTHER;

  public static StatusReason of(ChangeSetInfo info) {
    if ("OBSOLETE".equals(info.executionStatus())) {
      return OBSOLETE;
    }
    String reason = info.statusReason() == null ? "" : info.statusReason();
    String text = reason.toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return NONE;
    } else if (text.contains("didn't contain changes")
        || text.contains("no updates are to be performed")) {
      return NO_CHANGES;
    } else if (text.startsWith("[warn]")) {
      return WARNING;
    } else if (text.contains("executable from root change set")) {
      return NESTED;
    } else if (text.contains("accessdenied")
        || text.contains("access denied")
        || text.contains("not authorized")
        || text.contains("unauthorized")) {
      return ACCESS_DENIED;
    } else if (text.contains("template error")
        || text.contains("template format error")
        || text.contains("transform")
        || text.contains("unresolved resource dependencies")) {
      return TEMPLATE_ERROR;
    } else if (text.contains("obsolete")) {
      return OBSOLETE;
    }
    return text.contains("validation") || text.contains("invalid") || text.contains("parameter")
        ? VALIDATION_ERROR
        : OTHER;
  }
}
