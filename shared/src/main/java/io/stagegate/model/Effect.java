package io.stagegate.model;

import org.jspecify.annotations.Nullable;

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
   * @param project whose release waits, where it waits for people; else null
   * @param release its number, where it waits for people; else null
   */
  record Resume(String token, String output, @Nullable ProjectId project, @Nullable Integer release)
      implements Effect {
    /** For a workflow that waits in line. */
    public Resume(String token, String output) {
      this(token, output, null, null);
    }

    @Override
    public String toString() {
      return "Resume[token=…, output=" + output + "]";
    }
  }

  /** Tells everybody concerned something about a release; each of them once. */
  record Announce(ProjectId project, int release, Notice.Kind kind) implements Effect {}
}
