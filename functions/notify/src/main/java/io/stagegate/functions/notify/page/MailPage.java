package io.stagegate.functions.notify.page;

import io.stagegate.model.Approval;
import io.stagegate.model.Commit;
import io.stagegate.model.Decision;
import io.stagegate.model.Notice;
import io.stagegate.model.Release;
import io.stagegate.notice.Moments;
import io.stagegate.notice.NoticeText;
import io.stagegate.notice.Plain;
import io.stagegate.review.RiskLevel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail about a release: the words of both its parts, each of which escapes them in its way.
 *
 * @param link the personal link that asks for a decision; null where none is asked for
 * @param account where its reader says how they are reached
 */
public record MailPage(NoticeText text, @Nullable String link, String account) {
  private static final int LONGEST_LINE = 200;

  /** One line, the subject too. */
  public String title() {
    return line(text.title());
  }

  /** What a mail reader shows beside the subject. */
  public String preheader() {
    var found = text.found();
    return found == null ? lead() : line(found.headline());
  }

  /** A sentence that says what this is about. */
  public String lead() {
    var release = text.release();
    return switch (text.kind()) {
      case ASKED, REMINDER -> asking(release);
      case CLOSED -> closed(text.approval());
      case ENDED -> ended(release);
    };
  }

  private String asking(Release release) {
    var approval = text.approval();
    if (approval == null) {
      return "Nobody is asked any more.";
    }
    var votes =
        approval.quorum().needed() == 1
            ? ""
            : " %d of %d have said yes."
                .formatted(approval.votes().size(), approval.quorum().needed());
    return "Nothing changes in %s until you decide. It stays open until %s, for %s.%s"
        .formatted(
            release.stage(),
            Moments.exact(approval.expiresAt()),
            Moments.until(approval.expiresAt(), text.at()),
            votes);
  }

  private String closed(@Nullable Approval approval) {
    var decision = approval == null ? null : approval.decision();
    if (decision == null) {
      return "";
    }
    return switch (decision.status()) {
      case APPROVED -> "CloudFormation applies exactly what was reviewed." + said(decision);
      case REJECTED -> "Nothing was changed." + said(decision);
      case EXPIRED -> "Nothing was changed. It can be asked for again.";
      case SUPERSEDED, PENDING -> "Nothing was changed." + said(decision);
    };
  }

  private static String said(Decision decision) {
    return decision.comment().isBlank()
        ? ""
        : " " + decision.by() + ": " + line(decision.comment());
  }

  private static String ended(Release release) {
    var failure = release.failure();
    return failure == null ? "" : line(failure.what());
  }

  public String project() {
    return text.release().project().value();
  }

  public boolean asks() {
    return link != null;
  }

  public String button() {
    return asks() ? "Read and decide" : "Open the release";
  }

  public String target() {
    return link == null ? text.page() : link;
  }

  public String risk() {
    var found = text.found();
    return found == null ? "" : Plain.word(found.risk());
  }

  /** The colors of the risk: what it is written on, and the writing. */
  public String riskColors() {
    var found = text.found();
    return switch (found == null ? RiskLevel.NONE : found.risk()) {
      case HIGH -> "background:#b42318;color:#ffffff";
      case MEDIUM -> "background:#b54708;color:#ffffff";
      case LOW -> "background:#175cd3;color:#ffffff";
      case NONE -> "background:#067647;color:#ffffff";
    };
  }

  public String headline() {
    var found = text.found();
    return found == null ? "" : line(found.headline());
  }

  public String counts() {
    var found = text.found();
    return found == null ? "" : found.counts();
  }

  /** One line for each risk, and one for those left out. */
  public List<String> risks() {
    var found = text.found();
    if (found == null || !(kindAsks())) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    for (var reason : found.risks()) {
      var about = reason.about().isEmpty() ? "" : line(reason.about()) + ": ";
      lines.add(Plain.word(reason.level()) + ": " + about + line(reason.why()));
    }
    if (found.moreRisks() > 0) {
      lines.add("and " + found.moreRisks() + " more on the page");
    }
    return lines;
  }

  /** What goes where, as in {@code Build 12 goes to production, where build 9 is}. */
  public String goes() {
    var release = text.release();
    var there =
        release.replaces() == null
            ? "where nothing is yet"
            : "in place of build " + release.replaces();
    return "Build %d for %s, %s, asked for by %s."
        .formatted(release.build(), release.stage(), there, release.requestedBy());
  }

  /** One line for each commit, and one for those left out. */
  public List<String> commits() {
    var lines = new ArrayList<String>();
    text.commits().stream().map(MailPage::commit).forEach(lines::add);
    if (text.moreCommits() > 0) {
      lines.add("and " + text.moreCommits() + " more");
    }
    return lines;
  }

  private static String commit(Commit commit) {
    return commit.sha().substring(0, 7)
        + " "
        + line(commit.message())
        + " ("
        + line(commit.author())
        + ")";
  }

  private boolean kindAsks() {
    return text.kind() == Notice.Kind.ASKED || text.kind() == Notice.Kind.REMINDER;
  }

  private static String line(String outside) {
    return Plain.line(outside, LONGEST_LINE);
  }
}
