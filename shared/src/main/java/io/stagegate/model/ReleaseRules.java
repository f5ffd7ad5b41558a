package io.stagegate.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
   * Asking again: for what time, a change from outside or a failure ended, and once. Nobody asks
   * again for what somebody said no to; that is asked for anew.
   *
   * @return why not, as a sentence; empty where it may be
   */
  public static Optional<String> again(Release release) {
    if (release.followedBy() != null) {
      return Optional.of(
          "Release " + release.followedBy() + " follows release " + release.number() + " already.");
    }
    return switch (release.phase()) {
      case EXPIRED, SUPERSEDED, FAILED -> Optional.empty();
      case REJECTED ->
          Optional.of("Somebody said no to release " + release.number() + ": ask for it anew.");
      case SUCCEEDED, NOTHING_TO_DO ->
          Optional.of("Release " + release.number() + " has done what it was asked for.");
      case REQUESTED, WAITING_FOR_TARGET, PREPARING, WAITING_FOR_APPROVAL, DEPLOYING ->
          closed(release)
              ? Optional.empty()
              : Optional.of("Release " + release.number() + " is not over.");
    };
  }

  /** Its question is closed, and its workflow about to end it so. */
  private static boolean closed(Release release) {
    var decision = release.decision();
    return release.phase() == Release.Phase.WAITING_FOR_APPROVAL
        && decision != null
        && (decision.status() == Approval.Status.EXPIRED
            || decision.status() == Approval.Status.SUPERSEDED);
  }

  /**
   * Taking another release's place: a newer build from the same stage, while people are asked about
   * the older.
   *
   * @param older the release to take the place of
   * @param question what people are asked about it, where they are
   * @return why not, as a sentence; empty where it may be
   */
  public static Optional<String> instead(
      Release older, Optional<Approval> question, @Nullable StageName from, int build) {
    if (older.kind() != Release.Kind.PROMOTION || from == null || !from.equals(older.source())) {
      return Optional.of("Release " + older.number() + " is no promotion from that stage.");
    }
    if (older.build() >= build) {
      return Optional.of("Release " + older.number() + " brings no older build.");
    }
    boolean asked =
        question.isPresent() && question.get().decision() == null && !older.phase().ended();
    return asked
        ? Optional.empty()
        : Optional.of("Nobody is asked about release " + older.number() + ".");
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
