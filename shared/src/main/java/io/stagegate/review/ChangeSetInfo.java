package io.stagegate.review;

import org.jspecify.annotations.Nullable;

/**
 * A change set as CloudFormation names it; a member is null where the answer does not give it.
 *
 * @param createdAt as the answer writes it
 */
public record ChangeSetInfo(
    @Nullable String name,
    @Nullable String id,
    @Nullable String stack,
    @Nullable String status,
    @Nullable String executionStatus,
    @Nullable String statusReason,
    @Nullable String createdAt) {

  /** CloudFormation's own condition for ExecuteChangeSet. */
  boolean executable() {
    return "CREATE_COMPLETE".equals(status) && "AVAILABLE".equals(executionStatus);
  }
}
