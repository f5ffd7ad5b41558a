package io.stagegate.functions.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagegate.functions.slack.Interaction.Presser;
import io.stagegate.model.Approval;
import io.stagegate.model.Decision;
import io.stagegate.model.Release;
import io.stagegate.release.Decide.Outcome;
import io.stagegate.slack.BlockKit;
import io.stagegate.slack.Mrkdwn;
import io.stagegate.slack.Question;
import java.time.Instant;
import java.util.List;

/** What people in Slack are told of their press, each alone. */
final class Answers {
  private final String publicUrl;

  /**
   * Tells people where to go.
   *
   * @param publicUrl where people reach the console, without a slash at its end
   */
  Answers(String publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** To one person, below the message, which stays as it is. */
  static ObjectNode ephemeral(String escaped) {
    return BlockKit.message(escaped, List.of(BlockKit.section(escaped)))
        .put("response_type", "ephemeral")
        .put("replace_original", false);
  }

  /** To whom nobody knows. */
  String stranger(Presser by) {
    return by.guest()
        ? "Only people of this app's own workspace decide here. Decide in the console: " + link("")
        : "Stagegate does not know who you are yet. Sign in at %s, enter your Slack user id `%s` there and type in the code that you are sent; an admin of the project adds you to its members."
            .formatted(link("/account"), by.user());
  }

  /** What came of deciding, or of trying to. */
  String of(Outcome outcome, Question question) {
    return switch (outcome) {
      case Outcome.Decided(var decision) ->
          (decision.status() == Approval.Status.APPROVED
                  ? "You approved release %s. It goes on now."
                  : "You rejected release %s. Nothing is changed.")
              .formatted(release(question));
      case Outcome.Counted(int approvals, int needed) ->
          "Your approval of release %s counts: %d of %d."
              .formatted(release(question), approvals, needed);
      case Outcome.Closed(var earlier) -> closed(earlier);
      case Outcome.TooLate(var at) -> "The time to decide was over at " + time(at) + ".";
      case Outcome.OtherReview() ->
          "The review has changed since this message. Read it again: " + release(question);
      case Outcome.Repeated(var at) -> "You said so at " + time(at) + "; others are needed too.";
      case Outcome.Refused(var reason) -> Mrkdwn.escape(reason);
      case Outcome.NotAllowed(var reason) -> Mrkdwn.escape(reason);
      case Outcome.NotAsked(var phase) -> notAsked(phase);
      case Outcome.Unknown() ->
          "You are not a member of this project, or the release is gone. An admin of the project"
              + " adds members in the console: "
              + link("");
    };
  }

  private static String closed(Decision earlier) {
    var at = " at " + time(earlier.at()) + ".";
    var by = Mrkdwn.escape(earlier.by());
    var said = earlier.comment().isEmpty() ? "" : " " + Mrkdwn.escape(earlier.comment());
    return switch (earlier.status()) {
      case APPROVED -> by + " approved this" + at + said;
      case REJECTED -> by + " rejected this" + at + said;
      case EXPIRED -> "Nobody decided in time: this expired" + at;
      case SUPERSEDED, PENDING -> "This was overtaken" + at + said;
    };
  }

  private static String notAsked(Release.Phase phase) {
    return phase.ended()
        ? "The release is over, so there is nothing to decide."
        : "The review is not ready, so there is nothing to decide yet.";
  }

  private String release(Question question) {
    return "<%s/projects/%s/releases/%d|%d of %s>"
        .formatted(
            publicUrl,
            question.project(),
            question.release(),
            question.release(),
            question.project());
  }

  private String link(String path) {
    return "<" + publicUrl + path + ">";
  }

  /** Slack shows it in the reader's own time zone. */
  private static String time(Instant at) {
    return Mrkdwn.time(at);
  }
}
