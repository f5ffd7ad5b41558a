package io.stagegate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;

/** {@link Stacks} by the CloudFormation API. */
public final class CloudFormationStacks implements Stacks {
  private final CloudFormationClient client;
  private final ChangeSetPages pages;

  public CloudFormationStacks(CloudFormationClient client) {
    this.client = client;
    this.pages = new ChangeSetPages(client);
  }

  @Override
  public Optional<Stack> find(String nameOrId) {
    return present(() -> client.describeStacks(request -> request.stackName(nameOrId)))
        .flatMap(answer -> answer.stacks().stream().findFirst())
        .filter(stack -> !stack.stackStatusAsString().equals("DELETE_COMPLETE"))
        .map(
            stack ->
                new Stack(
                    stack.stackId(),
                    stack.stackName(),
                    stack.stackStatusAsString(),
                    stack.stackId()
                        + "@"
                        + (stack.lastUpdatedTime() == null
                            ? stack.creationTime()
                            : stack.lastUpdatedTime()),
                    stack.outputs().stream()
                        .collect(Collectors.toMap(Output::outputKey, Output::outputValue))));
  }

  @Override
  public ChangeSetRef create(ChangeSetRequest asked) {
    try {
      var answer =
          AwsCalls.call(
              () ->
                  client.createChangeSet(
                      request ->
                          request
                              .stackName(asked.stack())
                              .changeSetName(asked.name())
                              .clientToken(asked.name())
                              .changeSetType(
                                  asked.create() ? ChangeSetType.CREATE : ChangeSetType.UPDATE)
                              .templateURL(asked.templateUrl())
                              .parameters(parameters(asked.parameters()))
                              .capabilitiesWithStrings(asked.capabilities())
                              .roleARN(asked.role())
                              .includeNestedStacks(true)
                              .tags(tags(asked.tags()))));
      return new ChangeSetRef(answer.id(), answer.stackId());
    } catch (AlreadyExistsException e) {
      var there =
          AwsCalls.call(
              () ->
                  client.describeChangeSet(
                      request -> request.stackName(asked.stack()).changeSetName(asked.name())));
      return new ChangeSetRef(there.changeSetId(), there.stackId());
    } catch (CloudFormationException e) {
      throw new StackRefusedException(said(e), e);
    }
  }

  @Override
  public Optional<String> changeSet(String stack, String name) {
    try {
      return present(
              () ->
                  client.describeChangeSet(request -> request.stackName(stack).changeSetName(name)))
          .map(DescribeChangeSetResponse::changeSetId);
    } catch (ChangeSetNotFoundException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<ChangeSetStatus> status(String changeSetId) {
    return pages
        .page(changeSetId, false, null)
        .map(
            answer ->
                new ChangeSetStatus(
                    answer.statusAsString(),
                    answer.executionStatusAsString(),
                    answer.statusReason() == null ? "" : answer.statusReason()));
  }

  @Override
  public List<JsonNode> describe(String changeSetId) {
    return pages.all(changeSetId);
  }

  @Override
  public Optional<String> template(String nameOrId) {
    return present(
            () ->
                client.getTemplate(
                    request -> request.stackName(nameOrId).templateStage(TemplateStage.ORIGINAL)))
        .map(answer -> answer.templateBody())
        .filter(body -> !body.isBlank());
  }

  @Override
  public void execute(String changeSetId, String token) {
    try {
      AwsCalls.call(
          () ->
              client.executeChangeSet(
                  request -> request.changeSetName(changeSetId).clientRequestToken(token)));
    } catch (InvalidChangeSetStatusException e) {
      if (!status(changeSetId).map(CloudFormationStacks::begun).orElse(false)) {
        throw new StackRefusedException(said(e), e);
      }
    } catch (CloudFormationException e) {
      throw new StackRefusedException(said(e), e);
    }
  }

  private static boolean begun(ChangeSetStatus status) {
    return status.executionStatus().startsWith("EXECUTE_");
  }

  @Override
  public void delete(String changeSetId) {
    try {
      AwsCalls.call(() -> client.deleteChangeSet(request -> request.changeSetName(changeSetId)));
    } catch (ChangeSetNotFoundException | InvalidChangeSetStatusException e) {
      // Gone, or applied and kept by CloudFormation as its record: either way not there to apply.
      return;
    }
  }

  @Override
  public List<StackEvent> events(String stackId, String token) {
    return AwsCalls.call(
        () ->
            StackEvents.of(
                client
                    .describeStackEventsPaginator(request -> request.stackName(stackId))
                    .stackEvents()
                    .stream(),
                token));
  }

  /** CloudFormation tells of an absent stack by a ValidationError's text. */
  private static <T> Optional<T> present(java.util.function.Supplier<T> call) {
    try {
      return Optional.of(AwsCalls.call(call));
    } catch (CloudFormationException e) {
      if (said(e).contains("does not exist")) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static List<Parameter> parameters(Map<String, String> values) {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                Parameter.builder()
                    .parameterKey(entry.getKey())
                    .parameterValue(entry.getValue())
                    .build())
        .toList();
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(entry -> Tag.builder().key(entry.getKey()).value(entry.getValue()).build())
        .sorted(Comparator.comparing(Tag::key))
        .toList();
  }

  private static String said(CloudFormationException e) {
    var details = e.awsErrorDetails();
    return details == null || details.errorMessage() == null
        ? String.valueOf(e.getMessage())
        : details.errorMessage();
  }
}
