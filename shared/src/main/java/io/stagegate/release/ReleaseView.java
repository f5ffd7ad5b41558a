package io.stagegate.release;

import io.stagegate.model.Approval;
import io.stagegate.model.Decision;
import io.stagegate.model.Failure;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Release;
import io.stagegate.model.StageName;
import io.stagegate.model.Vote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A release as the API shows it.
 *
 * @param href the release's address in the API
 * @param review what is decided on; null until it is written
 * @param approval the question to people; null until they are asked
 * @param follows number of the release that it asks again for, or takes the place of
 * @param followedBy number of the release that follows it
 * @param despiteFreeze why it was asked for although the stage was frozen
 * @param notice that something stands in its way which people can change, as a sentence
 */
public record ReleaseView(
    ProjectId project,
    int number,
    String href,
    Release.Kind kind,
    StageName stage,
    @Nullable StageName source,
    int build,
    @Nullable Integer replaces,
    Release.Phase phase,
    String requestedBy,
    Instant requestedAt,
    Instant updatedAt,
    @Nullable ReviewView review,
    @Nullable ApprovalView approval,
    @Nullable Decision decision,
    @Nullable Failure failure,
    @Nullable Integer follows,
    @Nullable Integer followedBy,
    @Nullable String despiteFreeze,
    @Nullable String notice) {

  /** A review in short; {@code href} gives all of it. */
  public record ReviewView(String digest, String headline, String href) {}

  /**
   * An open or closed question.
   *
   * @param needed how many must say yes
   * @param votes what people said so far
   */
  public record ApprovalView(
      Approval.Status status,
      String digest,
      int needed,
      List<Vote> votes,
      Instant askedAt,
      Instant expiresAt) {
    static ApprovalView of(Approval asked) {
      return new ApprovalView(
          asked.status(),
          asked.digest(),
          asked.quorum().needed(),
          asked.votes(),
          asked.askedAt(),
          asked.expiresAt());
    }
  }

  public static ReleaseView of(Release release, Optional<Approval> approval) {
    var href = href(release);
    var review = release.review();
    return new ReleaseView(
        release.project(),
        release.number(),
        href,
        release.kind(),
        release.stage(),
        release.source(),
        release.build(),
        release.replaces(),
        release.phase(),
        release.requestedBy(),
        release.requestedAt(),
        release.updatedAt(),
        review == null
            ? null
            : new ReviewView(review.digest(), review.headline(), href + "/review"),
        approval.map(ApprovalView::of).orElse(null),
        release.decision(),
        release.failure(),
        release.follows(),
        release.followedBy(),
        release.despite(),
        null);
  }

  /** The same with a notice, where there is one. */
  ReleaseView noticing(Optional<String> sentence) {
    return new ReleaseView(
        project,
        number,
        href,
        kind,
        stage,
        source,
        build,
        replaces,
        phase,
        requestedBy,
        requestedAt,
        updatedAt,
        review,
        approval,
        decision,
        failure,
        follows,
        followedBy,
        despiteFreeze,
        sentence.orElse(null));
  }

  /** A release's address in the API. */
  public static String href(Release release) {
    return "/api/v1" + page(release);
  }

  /** A release's page. */
  public static String page(Release release) {
    return "/projects/" + release.project() + "/releases/" + release.number();
  }
}
