package io.stagegate.functions.changeset;

import io.stagegate.step.Step;

/** Lambda: change sets, from the request to the review. */
public final class ChangeSetHandler extends Step<ChangeSetTask, Object> {
  private final Preflight preflight;
  private final ChangeSets changeSets;
  private final ReviewDesk reviews;

  public ChangeSetHandler() {
    this(DaggerChangeSetComponent.create());
  }

  private ChangeSetHandler(ChangeSetComponent component) {
    this(component.preflight(), component.changeSets(), component.reviews());
  }

  ChangeSetHandler(Preflight preflight, ChangeSets changeSets, ReviewDesk reviews) {
    super(ChangeSetTask.class);
    this.preflight = preflight;
    this.changeSets = changeSets;
    this.reviews = reviews;
  }

  @Override
  protected Object run(ChangeSetTask task) {
    return switch (task) {
      case ChangeSetTask.Preflight asked -> preflight.check(asked);
      case ChangeSetTask.Create asked -> changeSets.create(asked);
      case ChangeSetTask.Poll asked -> changeSets.poll(asked);
      case ChangeSetTask.Discard asked -> changeSets.discard(asked);
      case ChangeSetTask.WriteReview asked -> reviews.write(asked);
      case ChangeSetTask.Recheck asked -> reviews.recheck(asked);
    };
  }
}
