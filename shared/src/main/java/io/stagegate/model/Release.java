package io.stagegate.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to change a promoted-to stage.
 *
 * @param number counted per project from 1
 * @param stage the stage to change
 * @param source the stage the build was promoted from; null for a rollback
 * @param build number of the build to bring there
 * @param replaces number of the build that was there when the release was prepared; null before the
 *     first
 * @param changeSets one per service, once made
 * @param review where the review is stored, once written
 * @param decision who ended the wait and how, once decided
 * @param failure what failed first, where it failed
 * @param follows number of the release that this one asks again for, or takes the place of; null
 *     where it does neither
 * @param followedBy number of the release that follows this one; null before
 * @param despite why it was asked for although the stage was frozen; null where it was not
 */
public record Release(
    ProjectId project,
    int number,
    Kind kind,
    StageName stage,
    @Nullable StageName source,
    int build,
    @Nullable Integer replaces,
    Phase phase,
    String requestedBy,
    List<ServiceChangeSet> changeSets,
    @Nullable ReviewRef review,
    @Nullable Decision decision,
    @Nullable Failure failure,
    Instant requestedAt,
    Instant updatedAt,
    @Nullable Integer follows,
    @Nullable Integer followedBy,
    @Nullable String despite) {

  /** Why a release was asked for. */
  public enum Kind {
    PROMOTION,
    ROLLBACK
  }

  /** Where a release is on its way, in the order of the way; the last six are ends. */
  public enum Phase {
    /** Written, its workflow not begun. */
    REQUESTED,
    /** In line for its target, behind another release. */
    WAITING_FOR_TARGET,
    /** Its change sets are made and read. */
    PREPARING,
    /** People are asked. */
    WAITING_FOR_APPROVAL,
    /** CloudFormation applies what was approved. */
    DEPLOYING,
    SUCCEEDED,
    /** The target is already as the build would make it. */
    NOTHING_TO_DO,
    REJECTED,
    EXPIRED,
    /** What was reviewed is no longer what would happen. */
    SUPERSEDED,
    FAILED;

    private static final Set<Phase> ENDS =
        Set.of(SUCCEEDED, NOTHING_TO_DO, REJECTED, EXPIRED, SUPERSEDED, FAILED);

    public boolean ended() {
      return ENDS.contains(this);
    }
  }

  /**
   * A CloudFormation change set of one service in a release.
   *
   * @param id the change set's ARN
   * @param stackId the stack's ARN
   * @param empty whether there is nothing to apply
   */
  public record ServiceChangeSet(String service, String stackId, String id, boolean empty) {}

  /**
   * A stored review.
   *
   * @param key its key in the reviews bucket
   * @param digest {@code sha256:} and 64 hexadecimal digits
   * @param headline one sentence
   * @param stakes what it found, as far as it counts for who decides
   * @param stacks the version of each stack that it was made against, by ARN
   */
  public record ReviewRef(
      String key,
      String digest,
      String headline,
      Stakes stakes,
      @Nullable Map<String, String> stacks) {
    public ReviewRef {
      stacks = stacks == null ? Map.of() : Map.copyOf(stacks);
    }

    /** One whose stacks aren't watched. */
    public ReviewRef(String key, String digest, String headline, Stakes stakes) {
      this(key, digest, headline, stakes, null);
    }

    @Override
    public Map<String, String> stacks() {
      return stacks == null ? Map.of() : stacks;
    }
  }

  public Release {
    changeSets = List.copyOf(changeSets);
  }

  public static Release requested(
      ProjectId project,
      int number,
      Kind kind,
      StageName stage,
      @Nullable StageName source,
      int build,
      @Nullable Integer replaces,
      String by,
      Instant now) {
    return new Release(
        project,
        number,
        kind,
        stage,
        source,
        build,
        replaces,
        Phase.REQUESTED,
        by,
        List.of(),
        null,
        null,
        null,
        now,
        now,
        null,
        null,
        null);
  }

  /** It asks again for another release, or takes its place. */
  public Release following(int earlier) {
    return linked(Integer.valueOf(earlier), followedBy, despite);
  }

  /** Another release asks again for this one, or takes its place. */
  public Release followed(int by) {
    return linked(follows, Integer.valueOf(by), despite);
  }

  /** It was asked for although the stage was frozen, for this reason. */
  public Release despite(String reason) {
    return linked(follows, followedBy, reason);
  }

  private Release linked(
      @Nullable Integer earlier, @Nullable Integer later, @Nullable String reason) {
    return new Release(
        project,
        number,
        kind,
        stage,
        source,
        build,
        replaces,
        phase,
        requestedBy,
        changeSets,
        review,
        decision,
        failure,
        requestedAt,
        updatedAt,
        earlier,
        later,
        reason);
  }

  /** The name of its workflow's execution and of its lease's holder. */
  public String id() {
    return project + "-release-" + number;
  }

  public Release waiting(Instant now) {
    return with(Phase.WAITING_FOR_TARGET, replaces, changeSets, review, decision, failure, now);
  }

  public Release preparing(@Nullable Integer replacing, Instant now) {
    return with(Phase.PREPARING, replacing, changeSets, review, decision, failure, now);
  }

  public Release prepared(List<ServiceChangeSet> made, Instant now) {
    return with(phase, replaces, made, review, decision, failure, now);
  }

  public Release reviewed(ReviewRef written, Instant now) {
    return with(phase, replaces, changeSets, written, decision, failure, now);
  }

  public Release asking(Instant now) {
    return with(Phase.WAITING_FOR_APPROVAL, replaces, changeSets, review, null, failure, now);
  }

  public Release decided(Decision taken, Instant now) {
    return with(phase, replaces, changeSets, review, taken, failure, now);
  }

  public Release deploying(Instant now) {
    return with(Phase.DEPLOYING, replaces, changeSets, review, decision, failure, now);
  }

  /** Ends the release; {@code first} says what failed, or why it was superseded. */
  public Release ended(Phase end, @Nullable Failure first, Instant now) {
    if (!end.ended()) {
      throw new IllegalArgumentException(end + " is not an end");
    }
    return with(end, replaces, changeSets, review, decision, first, now);
  }

  /**
   * A release with another state.
   *
   * @throws IllegalStateException where that would be a step back: a step that was given up may
   *     still run, and write after those that follow it
   */
  private Release with(
      Phase next,
      @Nullable Integer replaces,
      List<ServiceChangeSet> changeSets,
      @Nullable ReviewRef review,
      @Nullable Decision decision,
      @Nullable Failure failure,
      Instant now) {
    if (next.compareTo(phase) < 0 || (phase.ended() && next != phase)) {
      throw new IllegalStateException(id() + " is " + phase + " and does not become " + next);
    }
    return new Release(
        project,
        number,
        kind,
        stage,
        source,
        build,
        replaces,
        next,
        requestedBy,
        changeSets,
        review,
        decision,
        failure,
        requestedAt,
        now,
        follows,
        followedBy,
        despite);
  }
}
