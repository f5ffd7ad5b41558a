package io.stagegate.functions.deploy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.stagegate.model.Release;
import io.stagegate.release.Change;
import org.jspecify.annotations.Nullable;

/** What the state machines ask of a deployment. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "task")
@JsonSubTypes({
  @JsonSubTypes.Type(value = DeployTask.Begin.class, name = "begin"),
  @JsonSubTypes.Type(value = DeployTask.Execute.class, name = "execute"),
  @JsonSubTypes.Type(value = DeployTask.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = DeployTask.Deployed.class, name = "deployed"),
  @JsonSubTypes.Type(value = DeployTask.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = DeployTask.Failed.class, name = "failed")
})
public sealed interface DeployTask {
  /** Whether a build is still the one to deploy, now that its turn has come. */
  record Begin(Change change) implements DeployTask {}

  /**
   * Applies a change set.
   *
   * @param fence of the lease that the workflow holds
   * @param digest of the review that was approved; null for a build, which nobody reviews
   */
  record Execute(
      Change change,
      String service,
      String stackId,
      String changeSetId,
      long fence,
      @Nullable String digest)
      implements DeployTask {}

  /** Asks how far CloudFormation is. */
  record Progress(Change change, String service, String stackId) implements DeployTask {}

  /** Records that all is applied. */
  record Deployed(Change change, long fence) implements DeployTask {}

  /** Records that a release ended without changing anything. */
  record Ended(Change change, Release.Phase phase, @Nullable String why) implements DeployTask {}

  /**
   * Records that something failed.
   *
   * @param error the error's name, as the state machine caught it
   * @param cause the error's cause: a {@code Failure} as JSON, or what Lambda says of an exception
   */
  record Failed(Change change, String error, @Nullable String cause) implements DeployTask {}
}
