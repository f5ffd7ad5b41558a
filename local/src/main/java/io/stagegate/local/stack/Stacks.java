package io.stagegate.local.stack;

import io.stagegate.local.support.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Creates and updates stacks through change sets, and waits for the end. */
public final class Stacks {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration EVERY = Duration.ofMillis(100);

  private final CloudFormationClient client;

  /** Works with this client, which stays the caller's to close. */
  public Stacks(CloudFormationClient client) {
    this.client = client;
  }

  /** Where a template is. */
  public sealed interface Body {}

  /** The template's text, at most 51,200 bytes. */
  public record Inline(String text) implements Body {}

  /** Its address in S3, at most 1 MB. */
  public record Url(String address) implements Body {}

  /**
   * Brings a stack to what the template says; returns when CloudFormation is done. Nothing to
   * change is fine.
   *
   * @throws IllegalStateException with the first failed resource and its reason
   */
  public Stack apply(String name, Body template, List<Parameter> parameters) {
    Optional<Stack> before = find(name);
    if (before.isPresent() && before.get().stackStatus() == StackStatus.ROLLBACK_COMPLETE) {
      // A first deployment that failed leaves a stack that can only be deleted.
      delete(name);
      before = Optional.empty();
    }
    boolean create =
        before.isEmpty() || before.get().stackStatus() == StackStatus.REVIEW_IN_PROGRESS;
    String changeSet = "local-" + UUID.randomUUID();
    CreateChangeSetRequest.Builder request =
        CreateChangeSetRequest.builder()
            .stackName(name)
            .changeSetName(changeSet)
            .changeSetType(create ? ChangeSetType.CREATE : ChangeSetType.UPDATE)
            .capabilities(
                Capability.CAPABILITY_IAM,
                Capability.CAPABILITY_NAMED_IAM,
                Capability.CAPABILITY_AUTO_EXPAND)
            .parameters(parameters);
    switch (template) {
      case Inline inline -> request.templateBody(inline.text());
      case Url url -> request.templateURL(url.address());
    }
    String id = client.createChangeSet(request.build()).id();
    DescribeChangeSetResponse made = await(name, id);
    if (made.status() == ChangeSetStatus.FAILED) {
      return nothingToDo(made)
          ? find(name).orElseThrow()
          : fail(name, "change set failed: " + made.statusReason());
    }
    client.executeChangeSet(e -> e.stackName(name).changeSetName(id));
    Stack done = awaitEnd(name);
    return done.stackStatus() == StackStatus.CREATE_COMPLETE
            || done.stackStatus() == StackStatus.UPDATE_COMPLETE
        ? done
        : fail(name, done.stackStatusAsString() + ": " + firstFailure(name));
  }

  /** The stack, unless there is none of that name. */
  public Optional<Stack> find(String name) {
    try {
      return client.describeStacks(d -> d.stackName(name)).stacks().stream().findFirst();
    } catch (CloudFormationException e) {
      if (e.statusCode() == 400 && String.valueOf(e.getMessage()).contains("does not exist")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Deletes a stack and waits until it is gone. */
  public void delete(String name) {
    client.deleteStack(d -> d.stackName(name));
    Waiting.until(
        "the end of stack " + name,
        LIMIT,
        EVERY,
        () ->
            find(name)
                    .filter(stack -> stack.stackStatus() != StackStatus.DELETE_COMPLETE)
                    .isPresent()
                ? Optional.empty()
                : Optional.of(true));
  }

  private DescribeChangeSetResponse await(String name, String changeSet) {
    return Waiting.until(
        "a change set for stack " + name,
        LIMIT,
        EVERY,
        () ->
            Optional.of(client.describeChangeSet(d -> d.stackName(name).changeSetName(changeSet)))
                .filter(
                    set ->
                        set.status() == ChangeSetStatus.CREATE_COMPLETE
                            || set.status() == ChangeSetStatus.FAILED));
  }

  private Stack awaitEnd(String name) {
    return Waiting.until(
        "the deployment of stack " + name,
        LIMIT,
        EVERY,
        () ->
            find(name)
                .filter(stack -> stack.stackStatus() != StackStatus.REVIEW_IN_PROGRESS)
                .filter(stack -> !stack.stackStatusAsString().endsWith("_IN_PROGRESS")));
  }

  private static boolean nothingToDo(DescribeChangeSetResponse set) {
    String reason = String.valueOf(set.statusReason());
    return reason.contains("didn't contain changes") || reason.contains("No updates are to be");
  }

  private String firstFailure(String name) {
    // Events come newest first: the last failed one is the cause, the others follow from it.
    List<StackEvent> failed =
        client.describeStackEvents(d -> d.stackName(name)).stackEvents().stream()
            .filter(
                event ->
                    event.resourceStatus() == ResourceStatus.CREATE_FAILED
                        || event.resourceStatus() == ResourceStatus.UPDATE_FAILED)
            .toList();
    return failed.isEmpty()
        ? "no failed resource among its events"
        : failed.getLast().logicalResourceId() + ": " + failed.getLast().resourceStatusReason();
  }

  private static Stack fail(String name, String why) {
    throw new IllegalStateException("stack " + name + ": " + why);
  }
}
