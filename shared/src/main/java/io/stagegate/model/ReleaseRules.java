package io.stagegate.model;

import java.util.Optional;

/** What may be promoted and what may be rolled back to. */
public final class ReleaseRules {
  private ReleaseRules() {}

  /** Whether a release may be asked for. */
  public sealed interface Answer {
    /** It may; this is the stage that it changes. */
    record Allowed(Stage target) implements Answer {}

    /** It may not, with the reason as a sentence. */
    record Refused(String reason) implements Answer {}
  }

  /**
   * A promotion: only the current build of a dev stage, and only where it deployed well.
   *
   * @param from the stage to promote from
   * @param status what is deployed there
   * @param build the build asked for, if there is one of that number
   */
  public static Answer promote(
      Project project, StageName from, StageStatus status, Optional<Build> build) {
    var stage = project.stage(from);
    if (stage.isEmpty()) {
      return new Answer.Refused("There is no stage named " + from + ".");
    }
    if (stage.get().kind() != Stage.Kind.DEV) {
      return new Answer.Refused("A build is promoted from a dev stage, and " + from + " is none.");
    }
    if (build.isEmpty()) {
      return new Answer.Refused("There is no such build.");
    }
    var asked = build.get();
    if (!asked.stage().equals(from)) {
      return new Answer.Refused(
          "Build " + asked.number() + " was made for " + asked.stage() + ", not for " + from + ".");
    }
    if (asked.state() != Build.State.DEPLOYED) {
      return new Answer.Refused(
          "Build " + asked.number() + " has not been deployed well to " + from + ".");
    }
    if (status.current() == null || status.current() != asked.number()) {
      return new Answer.Refused(
          "Only the current build of "
              + from
              + " can be promoted, and that is build "
              + status.current()
              + ".");
    }
    return new Answer.Allowed(project.production());
  }

  /**
   * A rollback: only a build that production had before, and not the one it has.
   *
   * @param production what is deployed to production
   * @param build the build asked for, if there is one of that number
   */
  public static Answer rollBack(Project project, StageStatus production, Optional<Build> build) {
    if (build.isEmpty()) {
      return new Answer.Refused("There is no such build.");
    }
    var asked = build.get();
    if (production.current() == null) {
      return new Answer.Refused("Nothing has been promoted to production yet.");
    }
    if (production.current() == asked.number()) {
      return new Answer.Refused("Production has build " + asked.number() + " already.");
    }
    if (!asked.promoted()) {
      return new Answer.Refused(
          "Build " + asked.number() + " was never in production: promote it instead.");
    }
    return new Answer.Allowed(project.production());
  }
}
