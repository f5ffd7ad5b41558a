package io.stagegate.store;

import io.stagegate.model.Approval;
import io.stagegate.model.ProjectId;
import java.time.Instant;
import java.util.Optional;

/** A row of the list of reminders, which lies in order of {@code at}. */
public record Reminder(ProjectId project, int release, Instant at) {
  /** That of a question; empty where nobody is to be reminded of it. */
  public static Optional<Reminder> of(Approval approval) {
    return Optional.ofNullable(approval.remindAt())
        .map(at -> new Reminder(approval.project(), approval.release(), at));
  }
}
