package io.stagegate.audit;

import io.stagegate.model.ProjectId;
import java.util.regex.Pattern;

/**
 * One chain of entries: a project's, {@code project/shop}, or that of what belongs to no project,
 * {@code installation}.
 */
public record AuditLog(String value) {
  private static final String PROJECT = "project/";
  private static final Pattern SHAPE = Pattern.compile("installation|project/[a-z][a-z0-9-]{1,39}");

  /** Tokens, and whose access was ended. */
  public static final AuditLog INSTALLATION = new AuditLog("installation");

  public AuditLog {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("an audit log is a project's or the installation's");
    }
  }

  public static AuditLog of(ProjectId project) {
    return new AuditLog(PROJECT + project);
  }

  @Override
  public String toString() {
    return value;
  }
}
