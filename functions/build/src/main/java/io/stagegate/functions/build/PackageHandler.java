package io.stagegate.functions.build;

import io.stagegate.model.ProjectId;
import io.stagegate.step.Step;

/** Lambda: the build machine's first task, which packages a build. */
public final class PackageHandler extends Step<PackageHandler.Input, Packaging> {
  private final PackageBuild packageBuild;

  /** Which build. */
  public record Input(ProjectId project, int build) {}

  public PackageHandler() {
    this(DaggerBuildComponent.create().packageBuild());
  }

  PackageHandler(PackageBuild packageBuild) {
    super(Input.class);
    this.packageBuild = packageBuild;
  }

  @Override
  protected Packaging run(Input input) {
    return packageBuild.run(input.project(), input.build());
  }
}
