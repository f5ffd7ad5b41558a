package io.stagegate.functions.build;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.stagegate.model.ProjectId;
import io.stagegate.model.StageName;
import io.stagegate.step.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The build workflow's first task: packages a build. */
public final class PackageHandler extends Step<PackageHandler.Input, PackageHandler.Output> {
  private final PackageBuild packageBuild;

  /** Which build. */
  public record Input(ProjectId project, int build) {}

  /** What came of it; {@code outcome} says which. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Output.Packaged.class, name = "PACKAGED"),
    @JsonSubTypes.Type(value = Output.Failed.class, name = "FAILED")
  })
  public sealed interface Output {
    /** Packaged; these stacks are to be deployed, in this order. */
    record Packaged(StageName stage, List<ServiceStack> services) implements Output {}

    /** The build has failed and says so already. */
    record Failed(String what, @Nullable String where) implements Output {}
  }

  /** A service and its stack's name on the build's stage. */
  public record ServiceStack(String service, String stack) {}

  public PackageHandler() {
    this(DaggerBuildComponent.create().packageBuild());
  }

  PackageHandler(PackageBuild packageBuild) {
    super(Input.class);
    this.packageBuild = packageBuild;
  }

  @Override
  protected Output run(Input input) {
    return packageBuild.run(input.project(), input.build());
  }
}
