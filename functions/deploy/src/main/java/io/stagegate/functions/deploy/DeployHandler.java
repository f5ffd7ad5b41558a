package io.stagegate.functions.deploy;

import io.stagegate.step.Step;

/** Lambda: applies change sets, follows them and records how a build or release ended. */
public final class DeployHandler extends Step<DeployTask, Object> {
  private final Execution execution;
  private final Outcomes outcomes;

  public DeployHandler() {
    this(DaggerDeployComponent.create());
  }

  private DeployHandler(DeployComponent component) {
    this(component.execution(), component.outcomes());
  }

  DeployHandler(Execution execution, Outcomes outcomes) {
    super(DeployTask.class);
    this.execution = execution;
    this.outcomes = outcomes;
  }

  @Override
  protected Object run(DeployTask task) {
    return switch (task) {
      case DeployTask.Begin begin -> outcomes.begin(begin);
      case DeployTask.Execute execute -> execution.execute(execute);
      case DeployTask.Progress progress -> execution.progress(progress);
      case DeployTask.Deployed deployed -> outcomes.deployed(deployed);
      case DeployTask.Ended ended -> outcomes.ended(ended);
      case DeployTask.Failed failed -> outcomes.failed(failed);
    };
  }
}
