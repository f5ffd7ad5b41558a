package io.stagegate.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is deployed to a stage.
 *
 * @param current number of the current build: the last that deployed well; null before the first
 * @param latest number of the newest build made for the stage, whatever became of it
 * @param changedAt when {@code current} last changed
 */
public record StageStatus(
    @Nullable Integer current, @Nullable Integer latest, @Nullable Instant changedAt) {
  public static final StageStatus EMPTY = new StageStatus(null, null, null);

  /** A build was made for the stage. */
  public StageStatus started(int build) {
    return new StageStatus(current, latest == null ? build : Math.max(latest, build), changedAt);
  }

  /** A build deployed well to the stage. */
  public StageStatus deployed(int build, Instant now) {
    return new StageStatus(build, latest == null ? build : Math.max(latest, build), now);
  }
}
