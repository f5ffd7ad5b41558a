package io.stagegate.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A stage of a project.
 *
 * @param kind {@code PRODUCTION} is reached by releases alone
 * @param decideWithin how long people have to decide on a change to it; null for the usual time
 */
public record Stage(
    StageName name, Kind kind, Tracking tracking, Target target, @Nullable Duration decideWithin) {

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
    return new Stage(name, Kind.DEV, new Tracking.Branch(branch), target, null);
  }

  /** Production, which follows nothing. */
  public static Stage production(Target target) {
    return new Stage(StageName.PRODUCTION, Kind.PRODUCTION, Tracking.NOTHING, target, null);
  }

  /** The same stage, where people have this long to decide. */
  public Stage withDecideWithin(Duration time) {
    return new Stage(name, kind, tracking, target, time);
  }

  /** How long people have to decide on a change to it. */
  public Duration timeToDecide() {
    return decideWithin == null ? Approval.DEFAULT_WAIT : decideWithin;
  }

  /** Whether a push to this branch builds this stage. */
  public boolean follows(String branch) {
    return switch (tracking) {
      case Tracking.Branch(var name) -> name.equals(branch);
      case Tracking.Nothing() -> false;
    };
  }
}
