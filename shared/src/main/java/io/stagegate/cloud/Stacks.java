package io.stagegate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * CloudFormation stacks and their change sets.
 *
 * <p>Where CloudFormation is throttled or out of order for longer than the SDK's own retries, each
 * method throws {@link TransientException}.
 */
public interface Stacks {

  /** A stack as it is now; empty where there is none, or only a deleted one. */
  Optional<Stack> find(String nameOrId);

  /**
   * Asks for a change set. Asking again under the same name gives the one that is there.
   *
   * @throws StackRefusedException where CloudFormation refuses the request for good
   */
  ChangeSetRef create(ChangeSetRequest request);

  /** The ARN of a stack's change set of that name; empty where there is none. */
  Optional<String> changeSet(String stack, String name);

  /** Where the making of a change set stands; empty where there is none. */
  Optional<ChangeSetStatus> status(String changeSetId);

  /**
   * All pages of a change set, and of its nested ones, as the AWS CLI prints them: once with
   * property values and once without, since AWS answers the two differently.
   */
  List<JsonNode> describe(String changeSetId);

  /** The template a stack was last changed with, as it was given; empty where there is none. */
  Optional<String> template(String nameOrId);

  /** Applies a change set. Doing it again changes nothing. */
  void execute(String changeSetId, String token);

  /** Deletes a change set that was not applied, if it is there. */
  void delete(String changeSetId);

  /**
   * The events of one operation on a stack, the newest first; empty where it hasn't begun.
   *
   * @param token what the operation was started with: CloudFormation puts it on each of its events
   */
  List<StackEvent> events(String stackId, String token);

  /**
   * A stack.
   *
   * @param status CloudFormation's StackStatus
   * @param version changes with each operation on the stack
   */
  record Stack(String id, String name, String status, String version, Map<String, String> outputs) {
    public Stack {
      outputs = Map.copyOf(outputs);
    }
  }

  /**
   * What a change set is made from.
   *
   * @param name of the change set, unique for its stack
   * @param create whether the stack is made by it
   * @param role ARN of the role CloudFormation works under
   */
  record ChangeSetRequest(
      String stack,
      String name,
      boolean create,
      String templateUrl,
      Map<String, String> parameters,
      List<String> capabilities,
      String role,
      Map<String, String> tags) {}

  /** A change set and its stack, by ARN. */
  record ChangeSetRef(String id, String stackId) {}

  /**
   * Where the making of a change set stands.
   *
   * @param status CloudFormation's Status
   * @param executionStatus CloudFormation's ExecutionStatus
   * @param reason why it is so, empty where CloudFormation says nothing
   */
  record ChangeSetStatus(String status, String executionStatus, String reason) {
    /** CloudFormation's two ways to say that there is nothing to change. */
    public boolean empty() {
      return status.equals("FAILED")
          && (reason.contains("didn't contain changes")
              || reason.contains("No updates are to be performed"));
    }
  }

  /** One event of a stack. */
  record StackEvent(
      String id,
      Instant at,
      String resource,
      String physicalId,
      String type,
      String status,
      String reason) {}

  /** CloudFormation refuses a request and will again; the message is fit to show. */
  final class StackRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StackRefusedException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
