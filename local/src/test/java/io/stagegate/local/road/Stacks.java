package io.stagegate.local.road;

import io.stagegate.local.LocalSystem;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** The deployed stack of one stage, as an administrator sees it, past Stagegate. */
final class Stacks implements AutoCloseable {
  private final CloudFormationClient cloudFormation;
  private final String name;

  Stacks(LocalSystem system, Road road, String stage) throws Exception {
    this.cloudFormation = system.clients().cloudFormation();
    this.name = road.path("").substring("/projects/".length()) + "-" + stage + "-" + road.service();
  }

  String name() {
    return name;
  }

  /** Its output Version, which each of the templates has. */
  String version() {
    return stack().outputs().getFirst().outputValue();
  }

  String status() {
    return stack().stackStatusAsString();
  }

  /** Change sets that could still be applied. */
  List<String> open() {
    return cloudFormation.listChangeSets(request -> request.stackName(name)).summaries().stream()
        .filter(set -> set.executionStatus() == ExecutionStatus.AVAILABLE)
        .map(ChangeSetSummary::changeSetName)
        .toList();
  }

  /** Somebody updates the stack by hand. */
  void update(String template) {
    cloudFormation.updateStack(request -> request.stackName(name).templateBody(template));
    Road.until(
        "the update of " + name + " by hand",
        () -> Optional.of(status()).filter("UPDATE_COMPLETE"::equals));
  }

  private Stack stack() {
    return cloudFormation.describeStacks(request -> request.stackName(name)).stacks().getFirst();
  }

  @Override
  public void close() {
    cloudFormation.close();
  }
}
