package io.stagegate.model;

/**
 * A stage of a project.
 *
 * @param kind {@code PRODUCTION} is reached by releases alone
 * @param approvals what a release to it asks of people
 */
public record Stage(
    StageName name, Kind kind, Tracking tracking, Target target, ApprovalPolicy approvals) {

  /** How a stage is changed. */
  public enum Kind {
    /** Builds and deploys by itself what it tracks. */
    DEV,
    /** Changed by reviewed releases only. */
    PRODUCTION
  }

  public Stage {
    if (kind == Kind.PRODUCTION && !(tracking instanceof Tracking.Nothing)) {
      throw new IllegalArgumentException("production follows no branch");
    }
    if ((kind == Kind.PRODUCTION) != name.equals(StageName.PRODUCTION)) {
      throw new IllegalArgumentException("production, and only production, is named production");
    }
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
    return new Stage(name, kind, tracking, target, policy);
  }

  /** Whether a push to this branch builds this stage. */
  public boolean follows(String branch) {
    return switch (tracking) {
      case Tracking.Branch(var name) -> name.equals(branch);
      case Tracking.Nothing() -> false;
    };
  }
}
