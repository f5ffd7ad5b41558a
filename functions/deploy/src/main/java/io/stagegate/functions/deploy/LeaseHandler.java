package io.stagegate.functions.deploy;

import io.stagegate.step.Step;

/** Lambda: takes, awaits and leaves the lease of a target. */
public final class LeaseHandler extends Step<LeaseTask, Leases.Held> {
  private final Leases leases;

  public LeaseHandler() {
    this(DaggerDeployComponent.create().leases());
  }

  LeaseHandler(Leases leases) {
    super(LeaseTask.class);
    this.leases = leases;
  }

  @Override
  protected Leases.Held run(LeaseTask task) {
    return switch (task) {
      case LeaseTask.Take(var change) -> leases.take(change);
      case LeaseTask.Await(var change, var token) -> leases.await(change, token);
      case LeaseTask.Leave(var change) -> leases.leave(change);
    };
  }
}
