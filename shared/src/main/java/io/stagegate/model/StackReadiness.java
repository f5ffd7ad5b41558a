package io.stagegate.model;

/**
 * Whether a change set can be made for a stack and applied, by its StackStatus (AWS CloudFormation
 * User Guide, "Stack status codes").
 */
public sealed interface StackReadiness {
  /** It can; {@code create} where the change set makes the stack. */
  record Ready(boolean create) implements StackReadiness {}

  /** It can't, with the reason and the next step as sentences. */
  record NotReady(String reason) implements StackReadiness {}

  /** There is no stack yet. */
  static StackReadiness ofAbsent() {
    return new Ready(true);
  }

  static StackReadiness of(String stack, String status) {
    return switch (status) {
      // Left by a CREATE change set that was never applied: the stack has nothing in it.
      case "REVIEW_IN_PROGRESS" -> new Ready(true);
      case "CREATE_COMPLETE",
          "UPDATE_COMPLETE",
          "UPDATE_ROLLBACK_COMPLETE",
          "IMPORT_COMPLETE",
          "IMPORT_ROLLBACK_COMPLETE" ->
          new Ready(false);
      case "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED" ->
          new NotReady(
              "Stack "
                  + stack
                  + " is in "
                  + status
                  + ": its first deployment failed, and CloudFormation lets such a stack only be"
                  + " deleted. Delete it, then try again.");
      case "UPDATE_ROLLBACK_FAILED" ->
          new NotReady(
              "Stack "
                  + stack
                  + " is in UPDATE_ROLLBACK_FAILED: continue its rollback in CloudFormation, then"
                  + " try again.");
      default ->
          new NotReady(
              status.endsWith("_IN_PROGRESS")
                  ? "Stack " + stack + " is being changed right now (" + status + ")."
                  : "Stack " + stack + " is in " + status + " and can't be changed.");
    };
  }
}
