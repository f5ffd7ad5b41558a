package io.stagegate.functions.changeset;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.stagegate.model.Release.ServiceChangeSet;
import io.stagegate.release.Change;
import java.util.List;

/** What the state machines ask of change sets. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "task")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ChangeSetTask.Preflight.class, name = "preflight"),
  @JsonSubTypes.Type(value = ChangeSetTask.Create.class, name = "create"),
  @JsonSubTypes.Type(value = ChangeSetTask.Poll.class, name = "poll"),
  @JsonSubTypes.Type(value = ChangeSetTask.WriteReview.class, name = "review"),
  @JsonSubTypes.Type(value = ChangeSetTask.Recheck.class, name = "recheck"),
  @JsonSubTypes.Type(value = ChangeSetTask.Discard.class, name = "discard")
})
public sealed interface ChangeSetTask {
  /** Whether a release may go on: the stacks let it, and every object is there. */
  record Preflight(Change change) implements ChangeSetTask {}

  /** Asks for a service's change set. */
  record Create(Change change, String service) implements ChangeSetTask {}

  /** Reads where the making of a change set stands. */
  record Poll(Change change, String service, String stackId, String changeSetId)
      implements ChangeSetTask {}

  /** Writes the review of a release's change sets. */
  record WriteReview(Change change, List<ServiceChangeSet> changeSets) implements ChangeSetTask {}

  /** Whether what was reviewed is what would happen still. */
  record Recheck(Change change, String digest) implements ChangeSetTask {}

  /** Deletes a release's change sets that were not applied. */
  record Discard(Change change) implements ChangeSetTask {}
}
