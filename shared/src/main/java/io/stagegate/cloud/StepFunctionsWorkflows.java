package io.stagegate.cloud;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** {@link Workflows} by AWS Step Functions, in Standard state machines. */
public final class StepFunctionsWorkflows implements Workflows {
  private static final Set<String> ENDS = Set.of("SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED");

  private final SfnClient client;
  private final Map<Machine, String> arns;

  public StepFunctionsWorkflows(SfnClient client, Map<Machine, String> arns) {
    this.client = client;
    this.arns = Map.copyOf(arns);
  }

  @Override
  public void start(Machine machine, String executionName, String input) {
    try {
      AwsCalls.call(
          () ->
              client.startExecution(
                  request ->
                      request.stateMachineArn(arns.get(machine)).name(executionName).input(input)));
    } catch (ExecutionAlreadyExistsException e) {
      // The one that was asked for has been started before.
      return;
    }
  }

  @Override
  public boolean resume(String token, String output) {
    try {
      AwsCalls.call(
          () -> client.sendTaskSuccess(request -> request.taskToken(token).output(output)));
      return true;
    } catch (TaskDoesNotExistException | TaskTimedOutException e) {
      return false;
    }
  }

  @Override
  public Optional<String> ended(Machine machine, String executionName) {
    try {
      var execution =
          AwsCalls.call(
              () ->
                  client.describeExecution(
                      request -> request.executionArn(arn(machine, executionName))));
      return Optional.of(execution.statusAsString()).filter(ENDS::contains);
    } catch (ExecutionDoesNotExistException e) {
      return Optional.empty();
    }
  }

  /** An execution's ARN is its machine's, with another word and its name. */
  private String arn(Machine machine, String executionName) {
    return Objects.requireNonNull(arns.get(machine)).replace(":stateMachine:", ":execution:")
        + ":"
        + executionName;
  }
}
