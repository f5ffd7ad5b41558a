package io.stagegate.functions.slack;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.SHOP;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.http.Body;
import io.stagegate.http.Log;
import io.stagegate.http.Requests;
import io.stagegate.http.Response;
import io.stagegate.http.Signatures;
import io.stagegate.http.Ticking;
import io.stagegate.model.Approval;
import io.stagegate.model.ApprovalPolicy;
import io.stagegate.model.Login;
import io.stagegate.model.Release.ReviewRef;
import io.stagegate.model.StageName;
import io.stagegate.model.Stakes;
import io.stagegate.people.Accounts;
import io.stagegate.people.SlackUsers;
import io.stagegate.release.AskPeople;
import io.stagegate.release.Decide;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.Samples;
import io.stagegate.release.SetApprovals;
import io.stagegate.slack.Question;
import io.stagegate.slack.RecordedSlack;
import io.stagegate.store.Codec;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import io.stagegate.store.NoticeKeys;
import io.stagegate.store.SlackUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The function with Slack before it: bob is an approver, kim may ask only, ada is an admin too. */
final class Scene {
  static final String SECRET = "the signing secret";
  static final Question QUESTION = new Question(SHOP, 1, DIGEST);

  final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  final MemoryStore store = new MemoryStore(clock);
  final RecordedSlack slack = new RecordedSlack();
  final List<String> log = new ArrayList<>();
  final List<String> secrets = new ArrayList<>(List.of(SECRET));
  final SlackHandler handler;

  Scene() {
    var people = new People(new SlackUsers(store, new Accounts(store, clock)));
    var once = new Once(store, new Decide(store, clock), clock);
    var answers = new Answers("https://gate.example");
    var logged = new Log("slack", clock, log::add);
    handler =
        new SlackHandler(
            new Interactions(
                new SlackProof(() -> List.copyOf(secrets), clock),
                new Presses(people, store, once, answers, slack, logged),
                new Forms(people, once, answers),
                logged),
            logged);
    Samples.withTwoBuilds(store);
    is("U012BOB", "bob");
    is("U012EVE", "eve");
    is("U012KIM", "kim");
    is("U012ADA", "ada");
    is("U012OUT", "outsider");
  }

  private void is(String user, String login) {
    store.transact(
        state -> {
          state.put(
              NoticeKeys.slackUser(user), new SlackUser(user, new Login(login), clock.instant()));
          return true;
        });
  }

  /** Nobody who may decide has a Slack user id any more. */
  Scene withoutDeciders() {
    store.transact(
        state -> {
          List.of("U012BOB", "U012EVE", "U012ADA")
              .forEach(user -> state.delete(NoticeKeys.slackUser(user)));
          return true;
        });
    return this;
  }

  /** People are asked about release 1. */
  Scene asked() {
    return asked(new ApprovalPolicy(1, 1, true, true, false, Duration.ofDays(7)), Stakes.NONE);
  }

  Scene asked(ApprovalPolicy policy, Stakes stakes) {
    new SetApprovals(store, clock).set(SHOP, StageName.PRODUCTION, policy, Samples.person("ada"));
    new RequestRelease(store, clock).promote(SHOP, StageName.DEV, 2, Samples.person("ada"));
    store.transact(
        state -> {
          var key = Keys.release(SHOP, 1);
          var review = new ReviewRef("key", DIGEST, "1 change <!here>", stakes);
          state.put(key, state.get(key).orElseThrow().reviewed(review, clock.instant()));
          return true;
        });
    new AskPeople(store, clock).ask(SHOP, 1, DIGEST, "the-task-token");
    return this;
  }

  /** A press of a button at the message, as Slack documents it. */
  static String button(String action, String user, String trigger) {
    return button(action, user, trigger, QUESTION.encode());
  }

  static String button(String action, String user, String trigger, String value) {
    return recorded("block_actions", Map.of("ACTION", action, "VALUE", value))
        .replace("U012BOB", user)
        .replace("12466734323.1395872398.a1", trigger);
  }

  /** A sent form, as Slack documents it. */
  static String form(String action, String user, String trigger, String comment) {
    return form(action, user, trigger, comment, QUESTION.encode());
  }

  static String form(String action, String user, String trigger, String comment, String about) {
    return recorded("view_submission", Map.of("ACTION", action, "VALUE", about, "COMMENT", comment))
        .replace("U012BOB", user)
        .replace("12466734323.1395872398.b2", trigger);
  }

  static String overriding(String form) {
    return form.replace(
        "\"selected_options\":[]", "\"selected_options\":[{\"value\":\"override\"}]");
  }

  private static String recorded(String name, Map<String, String> values) {
    try (var in = Scene.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("there is no " + name);
      }
      var text = Codec.mapper().readTree(in).toString();
      for (var value : values.entrySet()) {
        text = text.replace('"' + value.getKey() + '"', Codec.write(value.getValue()));
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a payload, signed now. */
  Response send(String payload) {
    return answer(signed("payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8)));
  }

  Requests signed(String body) {
    return signed(body, Long.toString(clock.instant().getEpochSecond()), SECRET);
  }

  static Requests signed(String body, String timestamp, String secret) {
    var signature =
        "v0=" + HexFormat.of().formatHex(Signatures.sign(secret, "v0:" + timestamp + ":" + body));
    return Requests.post("/slack/interactions")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Slack-Request-Timestamp", timestamp)
        .header("X-Slack-Signature", signature)
        .body(Body.of(body));
  }

  Response answer(Requests request) {
    return handler.answer(request.build());
  }

  Approval approval() {
    return store.read(Keys.approval(SHOP, 1)).orElseThrow();
  }

  /** What the one who pressed last was told. */
  String told() {
    var call = slack.calls.getLast();
    if (!call.said().path("response_type").asText().equals("ephemeral")) {
      throw new AssertionError("not to one person alone: " + call);
    }
    return call.said().path("text").asText();
  }

  /** What a form became. */
  static String shown(Response answer) {
    JsonNode body = Codec.read(answer.body(), JsonNode.class);
    return body.path("response_action").asText()
        + ": "
        + body.at("/view/blocks/0/text/text").asText();
  }
}
