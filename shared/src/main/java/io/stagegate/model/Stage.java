package io.stagegate.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stage of a project.
 *
 * @param kind {@code PRODUCTION} is reached by releases alone
 * @param approvals what a release to it asks of people
 * @param freezes when it is not to be changed by releases
 */
public record Stage(
    StageName name,
    Kind kind,
    Tracking tracking,
    Target target,
    ApprovalPolicy approvals,
    @Nullable List<Freeze> freezes) {

  /** The most freezes that a stage has. */
  public static final int MOST_FREEZES = 20;

  /** How a stage is changed. */
  public enum Kind {
    /** Builds and deploys by itself what it tracks. */
    DEV,
    /** Changed by reviewed releases only. */
    PRODUCTION
  }

  public Stage {
    freezes = freezes == null ? List.of() : List.copyOf(freezes);
    if (kind == Kind.PRODUCTION && !(tracking instanceof Tracking.Nothing)) {
      throw new IllegalArgumentException("production follows no branch");
    }
    if ((kind == Kind.PRODUCTION) != name.equals(StageName.PRODUCTION)) {
      throw new IllegalArgumentException("production, and only production, is named production");
    }
  }

  /** A stage that is never frozen. */
  public Stage(
      StageName name, Kind kind, Tracking tracking, Target target, ApprovalPolicy approvals) {
    this(name, kind, tracking, target, approvals, null);
  }

  @Override
  public List<Freeze> freezes() {
    return freezes == null ? List.of() : freezes;
  }

  /** A dev stage that builds each push to a branch. */
  public static Stage dev(StageName name, String branch, Target target) {
    return new Stage(name, Kind.DEV, new Tracking.Branch(branch), target, ApprovalPolicy.DEFAULT);
  }

  /** Production, which follows nothing. */
  public static Stage production(Target target) {
    return new Stage(
        StageName.PRODUCTION, Kind.PRODUCTION, Tracking.NOTHING, target, ApprovalPolicy.DEFAULT);
  }

  public Stage withApprovals(ApprovalPolicy policy) {
    return new Stage(name, kind, tracking, target, policy, freezes);
  }

  public Stage withFreezes(List<Freeze> all) {
    return new Stage(name, kind, tracking, target, approvals, all);
  }

  /** Whether a push to this branch builds this stage. */
  public boolean follows(String branch) {
    return switch (tracking) {
      case Tracking.Branch(var name) -> name.equals(branch);
      case Tracking.Nothing() -> false;
    };
  }
}
