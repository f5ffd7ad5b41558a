package io.stagegate.functions.slack;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.stagegate.model.Approval;
import io.stagegate.model.ApprovalPolicy;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Stakes;
import io.stagegate.people.Accounts;
import io.stagegate.release.Samples;
import io.stagegate.release.Withdraw;
import io.stagegate.slack.Question;
import io.stagegate.slack.SlackApi;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people press in Slack, and what comes of it. */
class InteractionsTest {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Stakes RISKY = new Stakes(true, false);

  private final Scene scene = new Scene();

  @Test
  void aPressOfApproveDecides() {
    scene.asked();

    assertThat(scene.send(Scene.button("approve", "U012BOB", "t1")).status()).isEqualTo(200);

    assertThat(scene.approval().decision()).isNotNull().extracting("by").isEqualTo("bob");
    assertThat(scene.approval().status()).isEqualTo(Approval.Status.APPROVED);
    assertThat(scene.told()).startsWith("You approved release <https://gate.example/projects/shop");
    assertThat(scene.slack.methods())
        .containsExactly("https://hooks.slack.com/actions/T0123/1234/abcd");
  }

  @Test
  void slacksRetriesDecideAndAnswerOnce() {
    scene.asked(new ApprovalPolicy(2, 2, true, true, false, WEEK), Stakes.NONE);
    var press = Scene.button("approve", "U012BOB", "t1");
    for (int retry = 0; retry < 4; retry++) {
      assertThat(scene.send(press).status()).isEqualTo(200);
    }

    assertThat(scene.approval().votes()).hasSize(1);
    assertThat(scene.slack.calls).hasSize(1);
    assertThat(scene.told()).contains("counts: 1 of 2");

    scene.send(Scene.button("approve", "U012BOB", "t2"));
    assertThat(scene.told()).startsWith("You said so at <!date^");
    assertThat(scene.approval().votes()).hasSize(1);

    scene.slack.calls.clear();
    var last = Scene.button("approve", "U012EVE", "t3");
    for (int retry = 0; retry < 4; retry++) {
      assertThat(scene.send(last).status()).isEqualTo(200);
    }
    assertThat(scene.approval().status()).isEqualTo(Approval.Status.APPROVED);
    assertThat(scene.slack.calls).hasSize(1);
    assertThat(scene.told()).startsWith("You approved release ");
  }

  @Test
  void rejectAsksForAReasonAndCountsWithIt() {
    scene.asked();

    scene.send(Scene.button("reject", "U012BOB", "t1"));

    assertThat(scene.slack.methods()).containsExactly("views.open");
    var opened = scene.slack.calls.getFirst().said();
    assertThat(opened.path("trigger_id").asText()).isEqualTo("t1");
    var view = opened.path("view");
    assertThat(view.path("callback_id").asText()).isEqualTo("reject");
    assertThat(view.at("/title/text").asText()).isEqualTo("Reject release 1");
    assertThat(view.at("/blocks/0/text/text").asText()).isEqualTo("*shop*: 1 change &lt;!here&gt;");
    assertThat(view.at("/blocks/1/optional").asBoolean()).isFalse();
    assertThat(view.path("blocks")).hasSize(2);
    var about = view.path("private_metadata").asText();
    assertThat(Question.decode(about)).contains(Scene.QUESTION);
    assertThat(scene.approval().votes()).isEmpty();

    var blank = scene.send(Scene.form("reject", "U012BOB", "t2", "  ", about));
    assertThat(blank.body()).contains("\"response_action\":\"errors\"", "\"comment\":\"Say in a");
    assertThat(scene.approval().status()).isEqualTo(Approval.Status.PENDING);

    var done = scene.send(Scene.form("reject", "U012BOB", "t3", "Not on Friday.", about));
    assertThat(Scene.shown(done)).startsWith("update: You rejected release ");
    assertThat(scene.approval().status()).isEqualTo(Approval.Status.REJECTED);
    assertThat(scene.approval().decision()).extracting("comment").isEqualTo("Not on Friday.");

    assertThat(scene.send(Scene.form("reject", "U012BOB", "t3", "Not on Friday.", about)).body())
        .isEqualTo("{}");
  }

  @Test
  void aHighRiskAsksWhyItMayGoOn() {
    scene.asked(new ApprovalPolicy(1, 1, true, true, false, WEEK), RISKY);

    scene.send(Scene.button("approve", "U012BOB", "t1"));

    var view = scene.slack.calls.getFirst().said().path("view");
    assertThat(view.path("callback_id").asText()).isEqualTo("approve");
    assertThat(view.at("/blocks/1/optional").asBoolean()).isFalse();
    scene.send(Scene.form("approve", "U012BOB", "t2", "We have a backup."));
    assertThat(scene.approval().status()).isEqualTo(Approval.Status.APPROVED);
  }

  @Test
  void anAdminDecidesAloneWhereThatIsAllowedAndMeant() {
    scene.asked(new ApprovalPolicy(2, 2, false, true, true, WEEK), Stakes.NONE);

    scene.send(Scene.button("approve", "U012ADA", "t1"));
    var view = scene.slack.calls.getFirst().said().path("view");
    assertThat(view.at("/blocks/2/block_id").asText()).isEqualTo("override");

    var barred = scene.send(Scene.form("approve", "U012ADA", "t2", "Now."));
    assertThat(barred.body()).contains("errors", "Who asked for a release does not decide");

    scene.send(Scene.overriding(Scene.form("approve", "U012ADA", "t3", "All others are ill.")));
    assertThat(scene.approval().status()).isEqualTo(Approval.Status.APPROVED);
    assertThat(scene.approval().votes().getFirst().override()).isTrue();
  }

  @Test
  void whoIsNotKnownIsToldHowToBe() {
    scene.asked();

    scene.send(Scene.button("approve", "U0NOBODY", "t1"));
    assertThat(scene.told())
        .contains("<https://gate.example/account>", "`U0NOBODY`", "an admin of the project");
    assertThat(Scene.shown(scene.send(Scene.form("reject", "U0NOBODY", "t2", "No."))))
        .contains("`U0NOBODY`");

    var guest =
        Scene.button("approve", "U012BOB", "t3")
            .replace("\"team_id\":\"T0123\"", "\"team_id\":\"T9\"");
    scene.send(guest);
    assertThat(scene.told()).startsWith("Only people of this app's own workspace");
    assertUndecided();
  }

  /** Else who took over a session once could have made themselves somebody for good. */
  @Test
  void whoseAccessWasEndedVerifiesTheirIdAnew() {
    scene.asked();
    scene.clock.pass(Duration.ofMinutes(1));
    new Accounts(scene.store, scene.clock).end(Samples.person("bob"));

    scene.send(Scene.button("approve", "U012BOB", "t1"));

    assertThat(scene.told()).startsWith("Stagegate does not know who you are");
    assertUndecided();
  }

  @Test
  void whoMayNotIsToldWhatRoleWouldDo() {
    scene.asked();

    scene.send(Scene.button("approve", "U012KIM", "t1"));
    assertThat(scene.told()).isEqualTo("It takes the role approver for production.");
    assertThat(Scene.shown(scene.send(Scene.form("reject", "U012KIM", "t2", "No."))))
        .isEqualTo("update: It takes the role approver for production.");

    scene.send(Scene.button("approve", "U012OUT", "t3"));
    assertThat(scene.told()).startsWith("You are not a member of this project");
    assertUndecided();
  }

  @Test
  void whoComesSecondIsToldWhoWasFirst() {
    scene.asked();
    scene.send(Scene.form("reject", "U012BOB", "t1", "Not *now* <!here>"));

    scene.send(Scene.button("approve", "U012EVE", "t2"));
    assertThat(scene.told())
        .startsWith("bob rejected this at <!date^")
        .endsWith("Not \u2060*now* &lt;!here&gt;");
    assertThat(Scene.shown(scene.send(Scene.form("approve", "U012EVE", "t3", "Yes"))))
        .startsWith("update: bob rejected this at ");
    assertThat(scene.approval().votes()).hasSize(1);
  }

  @Test
  void whatIsOverIsToldAsWhatItIs() {
    scene.send(Scene.button("approve", "U012BOB", "t0"));
    assertThat(scene.told()).startsWith("You are not a member of this project, or the release");

    scene.asked();
    scene.clock.pass(WEEK);
    scene.send(Scene.button("approve", "U012BOB", "t1"));
    assertThat(scene.told()).startsWith("The time to decide was over at ");

    new Withdraw(scene.store, scene.clock).withdraw(SHOP, 1, Samples.person("ada"), "");
    scene.send(Scene.button("approve", "U012BOB", "t2"));
    assertThat(scene.told()).startsWith("This was overtaken at ").contains("ada took it back.");
  }

  /**
   * The form's own note, and a button's value, came back from Slack: they claim, and decide not.
   */
  @Test
  void aFormOrButtonAboutSomethingElseDecidesNothing() {
    scene.asked();
    var other = new Question(new ProjectId("other"), 1, DIGEST).encode();
    var stale = new Question(SHOP, 1, "sha256:" + "0".repeat(64)).encode();
    var later = new Question(SHOP, 2, DIGEST).encode();
    for (var about : List.of(other, stale, later)) {
      scene.send(Scene.button("approve", "U012BOB", "b" + about.hashCode(), about));
      assertThat(scene.told()).containsAnyOf("not a member", "The review has changed");
      assertThat(
              Scene.shown(
                  scene.send(
                      Scene.form("reject", "U012BOB", "f" + about.hashCode(), "No.", about))))
          .containsAnyOf("not a member", "The review has changed");
    }
    assertUndecided();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payload=",
        "payload=x",
        "payload=%5B%5D",
        "payload=%ff%zz",
        "payload=%7B%22type%22%3A%22view_submission%22%7D",
        "payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A%5B%7B%22action_id%22%3A%22approve%22%7D%5D%7D",
        "other=1",
        "",
      })
  void whatIsNoPayloadIsToldSo(String body) {
    scene.asked();
    assertThat(scene.answer(scene.signed(body)).status()).isEqualTo(400);
    assertUndecided();
  }

  @Test
  void whatAsksForNothingIsTaken() {
    scene.asked();
    for (var payload :
        List.of(
            Scene.button("review", "U012BOB", "t1"),
            "{\"type\":\"view_closed\"}",
            "{\"type\":\"shortcut\"}",
            "{}")) {
      assertThat(scene.send(payload).status()).isEqualTo(200);
    }
    assertThat(scene.slack.calls).isEmpty();
    assertUndecided();
  }

  @Test
  void aFormThatSlackDoesNotOpenIsToldAndOneThatIsOpenIsNot() {
    scene.asked();
    scene.slack.next.add(new SlackApi.Answer.Refused("expired_trigger_id"));
    scene.send(Scene.button("reject", "U012BOB", "t1"));
    assertThat(scene.told()).contains("Press the button again.");

    scene.slack.calls.clear();
    scene.slack.next.add(new SlackApi.Answer.Refused("exchanged_trigger_id"));
    scene.send(Scene.button("reject", "U012BOB", "t1"));
    assertThat(scene.slack.methods()).containsExactly("views.open");
  }

  @Test
  void aDecisionCountsWhenSlackCannotTellOfIt() {
    scene.asked();
    scene.slack.next.add(new SlackApi.Answer.Later("down", Duration.ZERO));

    assertThat(scene.send(Scene.button("approve", "U012BOB", "t1")).status()).isEqualTo(200);

    assertThat(scene.approval().status()).isEqualTo(Approval.Status.APPROVED);
    assertThat(scene.log).anyMatch(line -> line.contains("did not take an answer"));
  }

  @Test
  void noSecretAndNoTokenIsInAnAnswerOrTheLog() {
    scene.asked();
    scene.slack.next.add(new SlackApi.Answer.Done(MissingNode.getInstance()));
    scene.send(Scene.button("approve", "U012BOB", "t1"));
    scene.answer(scene.signed("payload=x"));

    for (var secret : List.of(Scene.SECRET, "the-task-token", "not-to-be-used")) {
      assertThat(scene.log).noneMatch(line -> line.contains(secret));
      assertThat(scene.slack.calls).noneMatch(call -> call.toString().contains(secret));
    }
  }

  private void assertUndecided() {
    assertThat(scene.approval().status()).isEqualTo(Approval.Status.PENDING);
    assertThat(scene.approval().votes()).isEmpty();
  }
}
