package io.stagegate.functions.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagegate.http.Log;
import io.stagegate.model.Person;
import io.stagegate.release.Decide;
import io.stagegate.slack.BlockKit;
import io.stagegate.slack.SlackApi;
import io.stagegate.store.Store;
import java.util.Map;

/**
 * Somebody presses Approve or Reject at a message. A reason is asked for in a form; an approval
 * that needs none counts at once. What came of it only they are told: the message itself is changed
 * when the question ends.
 */
final class Presses {
  private final People people;
  private final Store store;
  private final Once once;
  private final Answers answers;
  private final SlackApi slack;
  private final Log log;

  Presses(People people, Store store, Once once, Answers answers, SlackApi slack, Log log) {
    this.people = people;
    this.store = store;
    this.once = once;
    this.answers = answers;
    this.slack = slack;
    this.log = log;
  }

  void take(Interaction.Button button) {
    people
        .find(button.by())
        .ifPresentOrElse(
            person -> take(button, person), () -> tell(button, answers.stranger(button.by())));
  }

  private void take(Interaction.Button button, Person person) {
    var question = button.question();
    if (once.counted(question.project(), button.trigger())) {
      return;
    }
    switch (Look.at(store, person, question, button.approve())) {
      case Look.Said(var outcome) -> tell(button, answers.of(outcome, question));
      case Look.Ask ask -> open(button, ReasonForm.view(question, button.approve(), ask));
      case Look.Count() ->
          once.press(
                  button.trigger(),
                  new Decide.Press(
                      question.project(),
                      question.release(),
                      button.approve(),
                      question.digest(),
                      "",
                      false,
                      person))
              .ifPresent(outcome -> tell(button, answers.of(outcome, question)));
    }
  }

  private void open(Interaction.Button button, ObjectNode view) {
    var arguments = BlockKit.object().put("trigger_id", button.trigger());
    arguments.set("view", view);
    switch (slack.call("views.open", arguments)) {
      case SlackApi.Answer.Done ignored -> {}
      case SlackApi.Answer.Later(var reason, var pause) -> notOpened(button, reason);
      case SlackApi.Answer.Refused(var error) -> {
        // Slack sent the same press again, and the form is open.
        if (!error.equals("exchanged_trigger_id")) {
          notOpened(button, error);
        }
      }
    }
  }

  private void notOpened(Interaction.Button button, String reason) {
    log.info("Slack did not open the form", Map.of("reason", reason));
    tell(button, "Slack did not open the form for your reason. Press the button again.");
  }

  /** Tells who pressed. What Slack does not take is not kept: they see that, and press again. */
  private void tell(Interaction.Button button, String escaped) {
    switch (slack.respond(button.answers(), Answers.ephemeral(escaped))) {
      case SlackApi.Answer.Done ignored -> {}
      case SlackApi.Answer.Later(var reason, var pause) -> notTold(reason);
      case SlackApi.Answer.Refused(var error) -> notTold(error);
    }
  }

  private void notTold(String reason) {
    log.info("Slack did not take an answer", Map.of("reason", reason));
  }
}
