package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;

/** What happens to the physical resource that is there now, when it leaves its stack. */
enum OldResource {
  DELETED,
  RETAINED,
  SNAPSHOT,
  /** Not told: to be treated as deleted. */
  NOT_TOLD;

  /** By the change set's PolicyAction, else by the policy of the resource as it is now. */
  static OldResource of(Facts facts) {
    String action = facts.row().policyAction();
    if (action != null) {
      return of(action.startsWith("ReplaceAnd") ? action.substring(10) : action);
    }
    if (!facts.before().isObject()) {
      return NOT_TOLD;
    }
    boolean remove = facts.row().remove();
    JsonNode policy = facts.before().path(remove ? "DeletionPolicy" : "UpdateReplacePolicy");
    if (policy.isTextual()) {
      return of(policy.asText());
    }
    if (!policy.isMissingNode()) {
      return NOT_TOLD;
    }
    // Clusters, and instances outside of one, are kept as a snapshot unless their template says
    // otherwise; that holds for deletion alone.
    boolean snapshot =
        facts.type().equals("AWS::RDS::DBCluster")
            || facts.type().equals("AWS::RDS::DBInstance")
                && facts.old("DBClusterIdentifier").isMissingNode();
    return remove && snapshot ? SNAPSHOT : NOT_TOLD;
  }

  private static OldResource of(String policy) {
    return switch (policy) {
      case "Delete" -> DELETED;
      case "Retain", "RetainExceptOnCreate" -> RETAINED;
      case "Snapshot" -> SNAPSHOT;
      default -> NOT_TOLD;
    };
  }
}
