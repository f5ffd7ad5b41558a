package io.stagegate.notice;

import io.stagegate.model.Approval;
import io.stagegate.model.Commit;
import io.stagegate.model.Notice;
import io.stagegate.model.Release;
import io.stagegate.review.RiskLevel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people are told about a release: one model for mail and chat, each of which puts it in its
 * own shape and escapes it for that. Names, commit messages and comments in it come from outside.
 *
 * @param at when it is told
 * @param found what the review says; null where there is none
 * @param commits what goes there, the newest in front, at most {@link #MOST_COMMITS}
 * @param moreCommits how many go there beside those
 * @param approval the question to people; null where nobody was asked
 * @param page address of the release's page
 */
public record NoticeText(
    Notice.Kind kind,
    Release release,
    Instant at,
    @Nullable Found found,
    List<Commit> commits,
    int moreCommits,
    @Nullable Approval approval,
    String page) {
  public static final int MOST_COMMITS = 10;
  public static final int MOST_RISKS = 8;

  /**
   * What a review says, in short.
   *
   * @param counts as in {@code 2 added, 1 modified, 1 removed}
   * @param risks the worst in front, at most {@link #MOST_RISKS}
   * @param moreRisks how many there are beside those
   */
  public record Found(
      String headline, RiskLevel risk, String counts, List<Reason> risks, int moreRisks) {
    public Found {
      risks = List.copyOf(risks);
    }
  }

  /**
   * One reason to hesitate.
   *
   * @param about the resource's logical id; empty where it is about all
   */
  public record Reason(RiskLevel level, String about, String why) {}

  public NoticeText {
    commits = List.copyOf(commits);
  }

  /** What the release does, as in {@code promote build 12 to production}. */
  public String what() {
    return switch (release.kind()) {
      case PROMOTION -> "promote build " + release.build() + " to " + release.stage();
      case ROLLBACK -> "roll " + release.stage() + " back to build " + release.build();
    };
  }

  /** One line over all of it: who, what, or how it ended. */
  public String title() {
    return switch (kind) {
      case ASKED -> release.requestedBy() + " asks to " + what();
      case REMINDER -> "Still waiting for your word: " + what();
      case CLOSED -> Endings.ofQuestion(release, approval);
      case ENDED -> Endings.ofRelease(release);
    };
  }

  /** Whether people may still decide. */
  public boolean open() {
    return approval != null && approval.decision() == null && at.isBefore(approval.expiresAt());
  }
}
