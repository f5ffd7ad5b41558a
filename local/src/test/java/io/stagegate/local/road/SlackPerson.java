package io.stagegate.local.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagegate.local.LocalSystem;
import io.stagegate.local.slack.SlackRequest;
import io.stagegate.local.slack.SlackStandIn;
import io.stagegate.local.slack.SlackWorkspace;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Somebody who is signed in at the console and at Slack. */
record SlackPerson(SlackStandIn slack, SignedIn console, String user) {
  private static final Pattern CODE = Pattern.compile("`([0-9A-Z]{4}-[0-9A-Z]{4})`");

  /** Signs in, says which Slack user they are, and types in the code that comes there. */
  static SlackPerson known(HttpClient client, LocalSystem system, String login, String user)
      throws Exception {
    var person = new SlackPerson(system.slack(), SignedIn.as(client, system, login), user);
    var asked =
        person.console.call(
            "POST",
            "/account/contacts",
            "{\"channel\":\"slack\",\"address\":\"%s\"}".formatted(user));
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
    var code =
        Road.until(
            "the code for " + user,
            () ->
                person.messages().stream()
                    .map(message -> CODE.matcher(message.content().toString()))
                    .filter(matcher -> matcher.find())
                    .map(matcher -> matcher.group(1))
                    .findFirst());
    var verified =
        person.console.call(
            "POST", "/account/contacts/slack/verification", "{\"code\":\"%s\"}".formatted(code));
    assertThat(verified.statusCode()).as(verified.body()).isEqualTo(200);
    return person;
  }

  /** What Slack shows to them alone. */
  List<SlackWorkspace.Message> messages() {
    return slack.messages().stream()
        .filter(message -> message.channel().equals("D" + user.substring(1)))
        .toList();
  }

  /** Waits for a message to them that says this. */
  SlackWorkspace.Message told(String words) {
    return Road.until(
        "a message to " + user + " with " + words,
        () -> messages().stream().filter(message -> says(message, words)).findFirst());
  }

  static boolean says(SlackWorkspace.Message message, String words) {
    return StreamSupport.stream(message.content().path("blocks").spliterator(), false)
        .anyMatch(block -> block.toString().contains(words));
  }

  /** Presses a button, as Slack would tell of it; the app has to answer in its three seconds. */
  SlackRequest press(SlackWorkspace.Message at, String action) throws Exception {
    var request = slack.press(at, action, user);
    var answer = slack.send(request);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return request;
  }

  /** Fills in the form that is open; gives what is wrong with it, by field. */
  Map<String, String> fill(Map<String, String> typed) throws Exception {
    var form = slack.openOf(user).orElseThrow();
    var answer = slack.send(slack.submit(form, typed));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return slack.shown(form, answer);
  }

  /** What they were told alone at a message, last. */
  String answered(SlackWorkspace.Message at) {
    return Road.until(
        "an answer to " + user,
        () ->
            slack.message(at.ts()).stream()
                .flatMap(message -> message.answers().reversed().stream())
                .filter(answer -> answer.getKey().equals(user))
                .map(answer -> answer.getValue().path("text").asText())
                .findFirst());
  }

  /** Joins a project. */
  void join(Road road, String... roles) throws Exception {
    var body = new ObjectMapper().writeValueAsString(Map.of("roles", roles));
    var calls = new Calls(console.client(), console.state());
    var added = calls.call("PUT", road.path("/members/" + console.login()), body);
    assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
  }

  Optional<SlackWorkspace.View> form() {
    return slack.openOf(user);
  }
}
