package io.stagegate.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagegate.model.Approval;
import io.stagegate.model.Commit;
import io.stagegate.model.Decision;
import io.stagegate.model.Release;
import io.stagegate.notice.NoticeText;
import io.stagegate.notice.NoticeText.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people are told about a release, as a message in Slack. While they may decide it has
 * buttons. The worst risks and newest commits come first, and what is beyond a section's room is
 * counted.
 */
public final class ReleaseMessage {
  /** The most characters of one risk or commit. */
  private static final int LONGEST_LINE = 280;

  /** Room for the line that counts what is left out. */
  private static final int ROOM = BlockKit.LONGEST_SECTION - 40;

  private static final int LONGEST_COMMENT = 1_000;

  private ReleaseMessage() {}

  /** The message, without where it goes. */
  public static ObjectNode of(NoticeText text) {
    var release = text.release();
    var title = Mrkdwn.cut(Mrkdwn.escape(text.title()), LONGEST_LINE);
    var blocks = new ArrayList<ObjectNode>();
    blocks.add(BlockKit.header("Release %d of %s".formatted(release.number(), release.project())));
    blocks.add(BlockKit.section("*" + title + "*"));
    decision(release).ifPresent(blocks::add);
    found(text, blocks);
    if (!text.commits().isEmpty()) {
      blocks.add(
          BlockKit.section(
              list(
                  "*Commits*",
                  text.commits().stream().map(ReleaseMessage::commit).toList(),
                  text.moreCommits())));
    }
    blocks.add(BlockKit.context(terms(text)));
    blocks.add(foot(text));
    return BlockKit.message(title, blocks);
  }

  /** The code that shows that a Slack user id is somebody's. */
  public static ObjectNode code(String login, String code) {
    var text =
        "Your code for Stagegate is `%s`. Type it in where %s, who is signed in there, asked for it."
            .formatted(Mrkdwn.escape(code), Mrkdwn.escape(login));
    var other = "You did not ask for it? Then do nothing: without it nobody becomes you.";
    return BlockKit.message(
        "Your code for Stagegate", List.of(BlockKit.section(text), BlockKit.context(other)));
  }

  private static void found(NoticeText text, List<ObjectNode> blocks) {
    var found = text.found();
    if (found == null) {
      return;
    }
    blocks.add(
        BlockKit.section(
            Mrkdwn.cut(Mrkdwn.escape(found.headline()), LONGEST_LINE * 2)
                + "\n"
                + Mrkdwn.escape(found.counts())));
    if (!found.risks().isEmpty()) {
      blocks.add(
          BlockKit.section(
              list(
                  "*Risks*",
                  found.risks().stream().map(ReleaseMessage::reason).toList(),
                  found.moreRisks())));
    }
  }

  private static Optional<ObjectNode> decision(Release release) {
    return Optional.ofNullable(release.decision())
        .map(Decision::comment)
        .filter(comment -> !comment.isBlank())
        .map(
            comment ->
                BlockKit.section("> " + Mrkdwn.cut(Mrkdwn.escape(comment), LONGEST_COMMENT)));
  }

  private static String reason(Reason reason) {
    var about = reason.about().isEmpty() ? "" : Mrkdwn.escape(reason.about()) + ": ";
    return line("*%s* ".formatted(reason.level()) + about + Mrkdwn.escape(reason.why()));
  }

  private static String commit(Commit commit) {
    var subject = commit.message().lines().findFirst().orElse("");
    return line(
        "`%s` %s (%s)"
            .formatted(
                Mrkdwn.escape(commit.shortSha()),
                Mrkdwn.cut(Mrkdwn.escape(subject), LONGEST_LINE / 2),
                Mrkdwn.cut(Mrkdwn.escape(commit.author()), 60)));
  }

  private static String line(String escaped) {
    return "• " + Mrkdwn.cut(escaped, LONGEST_LINE);
  }

  /** As many lines as there is room for, in their order. */
  private static String list(String title, List<String> lines, int more) {
    var text = new StringBuilder(title);
    int left = lines.size() + more;
    for (var line : lines) {
      if (text.length() + 1 + line.length() > ROOM) {
        break;
      }
      text.append('\n').append(line);
      left--;
    }
    return left == 0 ? text.toString() : text + "\n… and " + left + " more";
  }

  /** Who asks, whose word it needs, and until when. */
  private static String terms(NoticeText text) {
    var release = text.release();
    var terms = new ArrayList<String>();
    terms.add("Asked for by " + Mrkdwn.escape(release.requestedBy()));
    var approval = text.approval();
    if (approval != null) {
      terms.add(votes(approval));
      if (text.open()) {
        terms.add("open until " + Mrkdwn.time(approval.expiresAt()));
      }
    }
    return String.join(" · ", terms);
  }

  private static String votes(Approval approval) {
    long yes = approval.votes().stream().filter(vote -> vote.approve()).count();
    return "%d of %d approvals".formatted(yes, approval.quorum().needed());
  }

  private static ObjectNode foot(NoticeText text) {
    var release = text.release();
    var approval = text.approval();
    if (approval == null || !text.open()) {
      return BlockKit.actions("look", List.of(BlockKit.link(Buttons.REVIEW, "Open", text.page())));
    }
    return Buttons.of(
        new Question(release.project(), release.number(), approval.digest()),
        text.page(),
        "Project %s: %s? The review has all that it changes."
            .formatted(release.project(), text.what()));
  }
}
