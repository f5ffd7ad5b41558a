package io.stagegate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * CloudFormation in memory, for tests: it says what it is told to, and records what it is asked.
 */
public final class MemoryStacks implements Stacks {
  private static final String ACCOUNT = "arn:aws:cloudformation:eu-west-1:111122223333:";

  private final Map<String, Stack> stacks = new HashMap<>();
  private final Map<String, String> templates = new HashMap<>();
  private final Map<String, Made> changeSets = new HashMap<>();
  private final Map<Operation, List<StackEvent>> events = new HashMap<>();
  private final List<ChangeSetRequest> requests = new ArrayList<>();
  private final List<Executed> executed = new ArrayList<>();
  private final List<String> deleted = new ArrayList<>();
  private @Nullable String refusal;

  /** A change set that was applied. */
  public record Executed(String changeSetId, String token) {}

  private record Made(ChangeSetStatus status, List<JsonNode> documents) {}

  private record Operation(String stackId, String token) {}

  /** The ARN of the stack of that name. */
  public static String stackId(String name) {
    return ACCOUNT + "stack/" + name + "/1";
  }

  /** The ARN of a stack's change set of that name. */
  public static String changeSetId(String stack, String name) {
    return ACCOUNT + "changeSet/" + name + "/" + stack;
  }

  /** A stack is there from now on, in this status; its version is the instant. */
  public void stack(String name, String status, Instant changedAt) {
    var version = stackId(name) + "@" + changedAt;
    stacks.put(name, new Stack(stackId(name), name, status, version, Map.of()));
  }

  /** The template a stack was last changed with. */
  public void template(String stack, String text) {
    templates.put(stack, text);
  }

  /** Each further request for a change set is refused with this message. */
  public void refuse(String message) {
    refusal = message;
  }

  /** A change set is there from now on, as CloudFormation makes it in the end. */
  public String made(String stack, String name, JsonNode... resourceChanges) {
    var id = changeSetId(stack, name);
    changeSets.put(
        id,
        new Made(
            new ChangeSetStatus("CREATE_COMPLETE", "AVAILABLE", ""),
            List.of(document(stack, name, List.of(resourceChanges)))));
    return id;
  }

  /** What is answered about a change set that is there, from now on. */
  public void describes(String changeSetId, JsonNode... documents) {
    changeSets.computeIfPresent(
        changeSetId, (id, made) -> new Made(made.status(), List.of(documents)));
  }

  /** What becomes of a change set that is there. */
  public void became(String changeSetId, String status, String executionStatus, String reason) {
    var before = changeSets.get(changeSetId);
    changeSets.put(
        changeSetId,
        new Made(
            new ChangeSetStatus(status, executionStatus, reason),
            before == null ? List.of() : before.documents()));
  }

  /** Somebody deletes a change set behind our back. */
  public void lose(String changeSetId) {
    changeSets.remove(changeSetId);
  }

  /** Something happens to a resource, after all that happened before. */
  public void happened(
      String stack, String token, String resource, String type, String status, String reason) {
    add(stack, token, resource, "physical-" + resource, type, status, reason);
  }

  /** Something happens to the stack itself, after all that happened before. */
  public void stackHappened(String stack, String token, String status) {
    add(stack, token, stack, stackId(stack), "AWS::CloudFormation::Stack", status, "");
  }

  private void add(
      String stack,
      String token,
      String resource,
      String physicalId,
      String type,
      String status,
      String reason) {
    var all =
        events.computeIfAbsent(
            new Operation(stackId(stack), token), operation -> new ArrayList<>());
    var at = Instant.EPOCH.plusSeconds(all.size());
    all.add(new StackEvent("event-" + all.size(), at, resource, physicalId, type, status, reason));
  }

  /** The requests for change sets, the first in front, with those that were refused. */
  public List<ChangeSetRequest> requests() {
    return List.copyOf(requests);
  }

  /** What was applied, the first in front. */
  public List<Executed> executed() {
    return List.copyOf(executed);
  }

  /** The ids that were to be deleted, the first in front. */
  public List<String> deleted() {
    return List.copyOf(deleted);
  }

  @Override
  public Optional<Stack> find(String nameOrId) {
    return Optional.ofNullable(stacks.get(name(nameOrId)));
  }

  @Override
  public ChangeSetRef create(ChangeSetRequest request) {
    requests.add(request);
    if (refusal != null) {
      throw new StackRefusedException(refusal, new IllegalArgumentException("refused"));
    }
    var id = changeSetId(request.stack(), request.name());
    if (!changeSets.containsKey(id)) {
      made(request.stack(), request.name());
      became(id, "CREATE_PENDING", "UNAVAILABLE", "");
    }
    if (request.create()) {
      stack(request.stack(), "REVIEW_IN_PROGRESS", Instant.EPOCH);
    }
    return new ChangeSetRef(id, stackId(request.stack()));
  }

  @Override
  public Optional<String> changeSet(String stack, String name) {
    return Optional.of(changeSetId(stack, name)).filter(changeSets::containsKey);
  }

  @Override
  public Optional<ChangeSetStatus> status(String changeSetId) {
    return Optional.ofNullable(changeSets.get(changeSetId)).map(Made::status);
  }

  @Override
  public List<JsonNode> describe(String changeSetId) {
    return Optional.ofNullable(changeSets.get(changeSetId))
        .map(Made::documents)
        .orElseThrow(() -> new IllegalStateException("the change set is gone: " + changeSetId));
  }

  @Override
  public Optional<String> template(String nameOrId) {
    return Optional.ofNullable(templates.get(name(nameOrId)));
  }

  @Override
  public void execute(String changeSetId, String token) {
    executed.add(new Executed(changeSetId, token));
  }

  @Override
  public void delete(String changeSetId) {
    deleted.add(changeSetId);
    changeSets.remove(changeSetId);
  }

  @Override
  public List<StackEvent> events(String stackId, String token) {
    return events.getOrDefault(new Operation(stackId, token), List.of()).reversed();
  }

  private static String name(String nameOrId) {
    return nameOrId.startsWith("arn:") ? nameOrId.split("/", -1)[1] : nameOrId;
  }

  private static JsonNode document(String stack, String name, List<JsonNode> resourceChanges) {
    var document =
        JsonNodeFactory.instance
            .objectNode()
            .put("ChangeSetId", changeSetId(stack, name))
            .put("ChangeSetName", name)
            .put("StackId", stackId(stack))
            .put("StackName", stack)
            .put("Status", "CREATE_COMPLETE")
            .put("ExecutionStatus", "AVAILABLE");
    var changes = document.putArray("Changes");
    resourceChanges.forEach(
        change -> changes.addObject().put("Type", "Resource").set("ResourceChange", change));
    return document;
  }
}
