package io.stagegate.cloud;

import java.util.Map;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** {@link Workflows} by AWS Step Functions, in Standard state machines. */
public final class StepFunctionsWorkflows implements Workflows {
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
  public void resume(String token, String output) {
    try {
      AwsCalls.call(
          () -> client.sendTaskSuccess(request -> request.taskToken(token).output(output)));
    } catch (TaskDoesNotExistException | TaskTimedOutException e) {
      // Nothing waits with it any more; the record tells how it ended.
      return;
    }
  }
}
