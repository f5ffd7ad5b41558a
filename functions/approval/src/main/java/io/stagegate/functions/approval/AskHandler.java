package io.stagegate.functions.approval;

import io.stagegate.release.AskPeople;
import io.stagegate.step.Step;
import java.time.Instant;

/** Lambda: a task of the release machine that waits with its token until people have decided. */
public final class AskHandler extends Step<AskTask, AskHandler.Asked> {
  private final AskPeople people;

  /** Until when people can decide. */
  public record Asked(Instant expiresAt) {}

  public AskHandler() {
    this(DaggerAskComponent.create().people());
  }

  AskHandler(AskPeople people) {
    super(AskTask.class);
    this.people = people;
  }

  @Override
  protected Asked run(AskTask task) {
    return new Asked(
        people.ask(task.project(), task.release(), task.digest(), task.token()).expiresAt());
  }
}
