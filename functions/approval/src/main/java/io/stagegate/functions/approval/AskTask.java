package io.stagegate.functions.approval;

import io.stagegate.model.ProjectId;

/**
 * What the release machine hands over to ask people.
 *
 * @param digest of the review
 * @param token the task's token; it decides, so no log shows it
 */
public record AskTask(ProjectId project, int release, String digest, String token) {
  @Override
  public String toString() {
    return "AskTask[project=" + project + ", release=" + release + "]";
  }
}
