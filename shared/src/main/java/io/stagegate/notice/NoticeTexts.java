package io.stagegate.notice;

import io.stagegate.cloud.Objects;
import io.stagegate.model.Build;
import io.stagegate.model.Commit;
import io.stagegate.model.Notice;
import io.stagegate.model.Release;
import io.stagegate.notice.NoticeText.Found;
import io.stagegate.notice.NoticeText.Reason;
import io.stagegate.release.ReleaseView;
import io.stagegate.review.Review;
import io.stagegate.review.ReviewCodec;
import io.stagegate.review.RiskLevel;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a notice tells. */
public final class NoticeTexts {
  /** How far back commits are looked for. */
  private static final int MOST_BUILDS = 100;

  private final Store store;
  private final Objects reviews;
  private final String publicUrl;
  private final Clock clock;

  /**
   * @param publicUrl the console's address, without a slash at its end
   */
  public NoticeTexts(Store store, Objects reviews, String publicUrl, Clock clock) {
    this.store = store;
    this.reviews = reviews;
    this.publicUrl = publicUrl;
    this.clock = clock;
  }

  /**
   * What is to be told now.
   *
   * @throws IllegalStateException where its release is not there
   */
  public NoticeText of(Notice notice) {
    var id = notice.project();
    var release =
        store
            .read(Keys.release(id, notice.release()))
            .orElseThrow(
                () -> new IllegalStateException("there is no release " + notice.release()));
    var commits = commits(release);
    var shown = commits.stream().limit(NoticeText.MOST_COMMITS).toList();
    return new NoticeText(
        notice.kind(),
        release,
        clock.instant(),
        found(release),
        shown,
        commits.size() - shown.size(),
        store.read(Keys.approval(id, notice.release())).orElse(null),
        publicUrl + ReleaseView.page(release));
  }

  /** The commits of each build that comes with a promotion; of a rollback, the one it goes to. */
  private List<Commit> commits(Release release) {
    if (release.kind() == Release.Kind.ROLLBACK) {
      return store.read(Keys.build(release.project(), release.build())).stream()
          .map(Build::commit)
          .toList();
    }
    var from = release.replaces() == null ? 0 : release.replaces();
    return store.list(Keys.builds(release.project()), MOST_BUILDS, null).items().stream()
        .filter(build -> build.number() > from && build.number() <= release.build())
        .map(Build::commit)
        .distinct()
        .toList();
  }

  private @Nullable Found found(Release release) {
    var review = release.review();
    return review == null
        ? null
        : reviews.get(review.key()).map(ReviewCodec::decode).map(NoticeTexts::found).orElse(null);
  }

  private static Found found(Review review) {
    var reasons = new ArrayList<Reason>();
    review.risks().forEach(risk -> reasons.add(new Reason(risk.level(), "", risk.why())));
    review
        .changes()
        .forEach(
            change ->
                change.risks().stream()
                    .filter(risk -> risk.level().compareTo(RiskLevel.MEDIUM) >= 0)
                    .map(risk -> new Reason(risk.level(), change.logicalId(), risk.why()))
                    .forEach(reasons::add));
    reasons.removeIf(reason -> reason.level() == RiskLevel.NONE);
    reasons.sort(Comparator.comparing(Reason::level).reversed());
    var shown = reasons.stream().limit(NoticeText.MOST_RISKS).toList();
    return new Found(
        review.headline(), review.risk(), counts(review), shown, reasons.size() - shown.size());
  }

  private static String counts(Review review) {
    var sum = review.summary();
    var text = new StringBuilder();
    text.append(sum.add()).append(" added, ");
    text.append(sum.modify()).append(" modified, ");
    text.append(sum.remove()).append(" removed");
    if (sum.replace() > 0) {
      text.append(", ").append(sum.replace()).append(" replaced");
    }
    if (sum.mayReplace() > 0) {
      text.append(", ").append(sum.mayReplace()).append(" perhaps replaced");
    }
    return text.toString();
  }
}
