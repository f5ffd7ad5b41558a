package io.stagegate.functions.approval;

import io.stagegate.model.ProjectId;
import io.stagegate.release.AskPeople;
import io.stagegate.step.Step;
import java.time.Instant;

/** A task of the release machine that waits with its token until people have decided. */
public final class AskHandler extends Step<AskHandler.Input, AskHandler.Asked> {
  private final AskPeople people;

  /**
   * What the release machine hands over.
   *
   * @param digest of the review
   * @param token the task's token
   */
  public record Input(ProjectId project, int release, String digest, String token) {
    @Override
    public String toString() {
      return "Input[project=" + project + ", release=" + release + "]";
    }
  }

  /** Until when people can decide. */
  public record Asked(Instant expiresAt) {}

  /** Built by the Lambda runtime. */
  public AskHandler() {
    this(DaggerAskComponent.create().people());
  }

  AskHandler(AskPeople people) {
    super(Input.class);
    this.people = people;
  }

  @Override
  protected Asked run(Input input) {
    return new Asked(
        people.ask(input.project(), input.release(), input.digest(), input.token()).expiresAt());
  }
}
