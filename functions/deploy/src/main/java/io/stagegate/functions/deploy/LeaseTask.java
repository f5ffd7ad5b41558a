package io.stagegate.functions.deploy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.stagegate.release.Change;

/** What the state machines ask of the lease. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "task")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LeaseTask.Take.class, name = "take"),
  @JsonSubTypes.Type(value = LeaseTask.Await.class, name = "await"),
  @JsonSubTypes.Type(value = LeaseTask.Leave.class, name = "leave")
})
public sealed interface LeaseTask {
  /** Takes the lease, or a place in line. */
  record Take(Change change) implements LeaseTask {}

  /** Lets the workflow wait in line with its task token. */
  record Await(Change change, String token) implements LeaseTask {}

  /** Gives the lease back, or leaves the line. */
  record Leave(Change change) implements LeaseTask {}
}
