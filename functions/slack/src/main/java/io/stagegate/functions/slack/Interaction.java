package io.stagegate.functions.slack;

import io.stagegate.slack.Question;
import java.net.URI;

/** What Slack tells of somebody's press. */
sealed interface Interaction {
  /**
   * Who pressed.
   *
   * @param user Slack's id of them
   * @param address from where Slack told of it
   * @param guest whether they belong to another workspace than the app does, as people in a channel
   *     that companies share
   */
  record Presser(String user, String address, boolean guest) {}

  /**
   * Approve or Reject, at a message.
   *
   * @param trigger lets a form be opened, once and for three seconds; the same in each retry
   * @param answers where Slack takes an answer
   */
  record Button(Presser by, Question question, boolean approve, String trigger, URI answers)
      implements Interaction {}

  /**
   * The form for a reason, sent.
   *
   * @param trigger the same in each retry
   */
  record Form(
      Presser by,
      Question question,
      boolean approve,
      String comment,
      boolean override,
      String trigger)
      implements Interaction {}

  /** Nothing to do: the button that is a link, a form that is closed, what Slack invents next. */
  record Nothing() implements Interaction {}
}
