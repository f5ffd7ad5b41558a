package io.stagegate.model;

/**
 * Something to be done outside the table, written with the change that asks for it and delivered at
 * least once. Each can be delivered twice without harm.
 */
public sealed interface Effect {
  /** Starts the build workflow; the execution is named after the build, so once. */
  record StartBuild(ProjectId project, int build) implements Effect {
    public String executionName() {
      return project + "-build-" + build;
    }
  }

  /** Starts the release workflow; the execution is named after the release, so once. */
  record StartRelease(ProjectId project, int release) implements Effect {
    public String executionName() {
      return project + "-release-" + release;
    }
  }

  /**
   * Lets a waiting workflow go on.
   *
   * @param token the task token; it is in no event, page, link or log
   * @param output a JSON document
   */
  record Resume(String token, String output) implements Effect {
    @Override
    public String toString() {
      return "Resume[token=…, output=" + output + "]";
    }
  }

  /** Tells everybody concerned something about a release; each of them once. */
  record Announce(ProjectId project, int release, Notice.Kind kind) implements Effect {}
}
