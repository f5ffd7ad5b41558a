package io.stagegate.local.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.local.LocalSystem;
import io.stagegate.local.slack.SlackStandIn;
import io.stagegate.local.slack.SlackWorkspace.Message;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** People are asked in Slack and decide there: over HTTP as Slack does it, and in a browser. */
@ExtendWith(SharedSystem.class)
class SlackRoadTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void approversArePressedForOnceAndTheMessageSaysHowItEnded(
      LocalSystem system, @TempDir Path folder) throws Exception {
    try (var road = new Road(system, "slack-road", folder, Templates.version(1))) {
      var bob = SlackPerson.known(client, system, "slack-bob", "U0BOB");
      var eve = SlackPerson.known(client, system, "slack-eve", "U0EVE");
      var kim = SlackPerson.known(client, system, "slack-kim", "U0KIM");
      bob.join(road, "approver");
      eve.join(road, "approver");
      kim.join(road, "promoter");
      road.deploy(1);
      int release = road.promote(1);
      road.reached(release, "WAITING_FOR_APPROVAL");
      var toBob = bob.told("asks to promote build 1 to production");
      var toEve = eve.told("asks to promote build 1 to production");
      assertThat(kim.messages()).noneMatch(message -> SlackPerson.says(message, "slack-road"));

      // Somebody else's press of the same button, as in a channel.
      kim.press(toBob, "approve");
      assertThat(kim.answered(toBob)).isEqualTo("It takes the role approver for production.");
      var stranger = new SlackPerson(system.slack(), kim.console(), "U0NOBODY");
      stranger.press(toBob, "reject");
      assertThat(stranger.answered(toBob)).contains("/account", "U0NOBODY");
      assertThat(road.release(release).at("/approval/status").asText()).isEqualTo("PENDING");

      var late = system.slack().press(toEve, "approve", "U0EVE");
      var pressed = bob.press(toBob, "approve");
      road.reached(release, "SUCCEEDED");

      // Slack's retries, and a press that comes too late.
      for (int retry = 1; retry <= 3; retry++) {
        assertThat(system.slack().send(pressed, retry).status()).isEqualTo(200);
      }
      assertThat(system.slack().send(late).status()).isEqualTo(200);
      assertThat(eve.answered(toEve)).contains("slack-bob approved this at");
      var approval = road.release(release).path("approval");
      assertThat(approval.path("votes")).hasSize(1);
      assertThat(approval.at("/votes/0/by").asText()).isEqualTo("slack-bob");
      assertThat(system.slack().message(toBob.ts()).orElseThrow().answers())
          .filteredOn(answer -> answer.getKey().equals("U0BOB"))
          .hasSize(1);

      for (var message : List.of(toBob, toEve)) {
        updated(system, message, "Build 1 is in production now");
      }
    }
  }

  @Test
  void aChannelIsAskedAndAReasonGiven(LocalSystem system, @TempDir Path folder) throws Exception {
    try (var road = new Road(system, "slack-channel", folder, Templates.version(1))) {
      var bob = SlackPerson.known(client, system, "channel-bob", "U0CHANNELBOB");
      bob.join(road, "approver");
      var calls = new Calls(client, system.state());
      var set =
          calls.call(
              "PUT", road.path("/slack"), "{\"channel\":\"%s\"}".formatted(SlackStandIn.channel()));
      assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
      // The first calls meet an outage.
      road.deploy(1);
      system.slack().fail(503, 0, 1);
      int release = road.promote(1);
      road.reached(release, "WAITING_FOR_APPROVAL");
      var asked = inChannel(system, "Release %d of slack-channel".formatted(release));

      bob.press(asked, "reject");
      assertThat(bob.fill(Map.of("comment", " "))).containsKey("comment");
      assertThat(bob.fill(Map.of("comment", "Not on <!channel> Friday."))).isEmpty();
      assertThat(bob.form().orElseThrow().view().toString()).contains("You rejected release");

      var rejected = road.reached(release, "REJECTED");
      assertThat(rejected.at("/decision/comment").asText()).isEqualTo("Not on <!channel> Friday.");
      updated(system, asked, "channel-bob rejected");
      assertThat(system.slack().message(asked.ts()).orElseThrow().content().toString())
          .contains("Not on &lt;!channel&gt; Friday.")
          .doesNotContain("<!channel>");
    }
  }

  @Test
  void whatSlackDidNotSendIsRefused(LocalSystem system) throws Exception {
    var calls = new Calls(client, system.state());
    var address = URI.create(system.state().console() + "slack/interactions");
    var body = "payload=%7B%7D".getBytes(StandardCharsets.UTF_8);
    var type = "application/x-www-form-urlencoded";
    Calls.problem(calls.post(address, body, "content-type", type), 401);
    Calls.problem(
        calls.post(
            address,
            body,
            "content-type",
            type,
            "x-slack-request-timestamp",
            Long.toString(System.currentTimeMillis() / 1000),
            "x-slack-signature",
            "v0=" + "0".repeat(64)),
        401);
  }

  @Test
  void oneDecidesInABrowserAtSlacksPage(LocalSystem system, @TempDir Path folder) throws Exception {
    try (var browser = new Chromium();
        var road = new Road(system, "slack-browser", folder, Templates.version(1))) {
      var bob = SlackPerson.known(client, system, "browser-bob", "U0BROWSERBOB");
      bob.join(road, "approver");
      road.deploy(1);
      int first = road.promote(1);
      road.reached(first, "WAITING_FOR_APPROVAL");
      var toReject = bob.told("Release 1 of slack-browser");

      var page = browser.page();
      page.navigate(system.state().slack());
      var message = "article[id='m" + toReject.ts() + "'] ";
      assertThat(page.innerText(message)).contains("asks to promote build 1 to production");
      page.click(message + "button[value=reject]");
      page.fill("textarea[name=comment]", "Not yet.");
      page.click("button:has-text('Reject')");
      assertThat(page.innerText("main")).contains("You rejected release");
      road.reached(first, "REJECTED");
      updated(system, toReject, "browser-bob rejected");

      int second = road.promote(1);
      road.reached(second, "WAITING_FOR_APPROVAL");
      var toApprove = bob.told("Release 2 of slack-browser");
      page.navigate(system.state().slack());
      page.click("article[id='m" + toApprove.ts() + "'] button[value=approve]");
      assertThat(page.innerText("main")).contains("Project slack-browser: promote build 1");
      page.click("button:has-text('Approve')");
      road.reached(second, "SUCCEEDED");
      updated(system, toApprove, "Build 1 is in production now");
      page.navigate(system.state().slack());
      assertThat(page.innerText("article[id='m" + toApprove.ts() + "']"))
          .contains("Build 1 is in production now", "Only U0BROWSERBOB sees: You approved release");
    }
  }

  private static void updated(LocalSystem system, Message message, String words) {
    Road.until(
        "the message to say " + words,
        () -> system.slack().message(message.ts()).filter(now -> SlackPerson.says(now, words)));
  }

  private static Message inChannel(LocalSystem system, String words) {
    return Road.until(
        "a message in the channel with " + words,
        () -> {
          Functions.invoke(system, "notify", Map.of());
          return system.slack().messages().stream()
              .filter(message -> message.channel().equals(SlackStandIn.channel()))
              .filter(message -> SlackPerson.says(message, words))
              .findFirst();
        });
  }
}
