package io.stagegate.functions.slack;

import io.stagegate.http.Response;
import io.stagegate.model.Person;
import io.stagegate.release.Decide;
import io.stagegate.release.Decide.Outcome;
import io.stagegate.slack.BlockKit;

/**
 * Somebody sends the form for a reason. All is asked anew: what the form is about came back from
 * Slack, and much may have happened while they typed.
 *
 * @see <a href="https://docs.slack.dev/surfaces/modals">Slack: modals</a>
 */
final class Forms {
  private final People people;
  private final Once once;
  private final Answers answers;

  Forms(People people, Once once, Answers answers) {
    this.people = people;
    this.once = once;
    this.answers = answers;
  }

  Response take(Interaction.Form form) {
    return people
        .find(form.by())
        .map(person -> take(form, person))
        .orElseGet(() -> shown(answers.stranger(form.by())));
  }

  private Response take(Interaction.Form form, Person person) {
    var question = form.question();
    var press =
        new Decide.Press(
            question.project(),
            question.release(),
            form.approve(),
            question.digest(),
            form.comment(),
            form.override(),
            person);
    return once.press(form.trigger(), press)
        .map(
            outcome ->
                outcome instanceof Outcome.Refused(var reason)
                    ? error(reason)
                    : shown(answers.of(outcome, question)))
        .orElseGet(Interactions::taken);
  }

  /** The form stays, with what is wrong beside its field. */
  private static Response error(String reason) {
    var answer = BlockKit.object().put("response_action", "errors");
    answer.putObject("errors").put(ReasonForm.COMMENT, reason);
    return Response.json(200, answer.toString());
  }

  /** The form becomes what came of it. */
  private static Response shown(String escaped) {
    var answer = BlockKit.object().put("response_action", "update");
    answer.set("view", ReasonForm.outcome(escaped));
    return Response.json(200, answer.toString());
  }
}
