package io.stagegate.local.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.stagegate.local.slack.SlackRequest.Answer;
import io.stagegate.local.slack.SlackWorkspace.Message;
import io.stagegate.local.slack.SlackWorkspace.View;
import io.stagegate.local.support.Forms;
import io.stagegate.local.support.Http;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What a person does at the stand-in's page: reads, presses buttons, fills in forms. */
final class SlackPages {
  private static final int MAX_BODY = 64 * 1024;
  private static final int SHOWN = 50;

  private final ObjectMapper json = new ObjectMapper();
  private final SlackStandIn slack;

  SlackPages(SlackStandIn slack) {
    this.slack = slack;
  }

  /** Answers what is a page's; false for all else. */
  boolean handle(HttpExchange exchange, String path, boolean post) throws IOException {
    if (path.equals("/") && !post) {
      html(exchange, 200, SlackHtml.messages(slack.messages().stream().limit(SHOWN).toList()));
    } else if (path.equals("/_recorded") && !post) {
      recorded(exchange);
    } else if (path.equals("/press") && post) {
      press(exchange, form(exchange));
    } else if (path.startsWith("/forms/")) {
      var view = slack.view(path.substring("/forms/".length()));
      if (view.isEmpty()) {
        back(exchange, "/");
      } else if (post) {
        submit(exchange, view.get(), form(exchange));
      } else {
        html(exchange, 200, SlackHtml.form(view.get(), Map.of()));
      }
    } else {
      return false;
    }
    return true;
  }

  private void press(HttpExchange exchange, Map<String, String> sent) throws IOException {
    var user = sent.getOrDefault("user", "").strip();
    var action = sent.getOrDefault("action", "");
    var message = slack.message(sent.getOrDefault("ts", ""));
    var button = message.flatMap(found -> button(found, action));
    if (message.isEmpty() || button.isEmpty() || !user.matches("[UW][A-Z0-9]{2,20}")) {
      trouble(
          exchange, "There is no such button, or that is no user id: U and capitals or digits.");
      return;
    }
    if (button.get().has("confirm") && !sent.containsKey("confirmed")) {
      html(
          exchange,
          200,
          SlackHtml.confirm(button.get().path("confirm"), message.get().ts(), action, user));
      return;
    }
    var answer = send(slack.press(message.get(), action, user));
    if (!answer.good()) {
      trouble(exchange, answer);
    } else {
      back(
          exchange,
          slack.openOf(user).map(view -> "/forms/" + view.id()).orElse("/#m" + message.get().ts()));
    }
  }

  private void submit(HttpExchange exchange, View form, Map<String, String> sent)
      throws IOException {
    if (sent.containsKey("close")) {
      slack.close(form);
      back(exchange, "/");
      return;
    }
    var answer = send(slack.submit(form, sent));
    if (!answer.good()) {
      trouble(exchange, answer);
      return;
    }
    var errors = slack.shown(form, answer);
    var now = slack.view(form.id());
    if (now.isEmpty()) {
      back(exchange, "/");
    } else {
      html(exchange, 200, SlackHtml.form(now.get(), errors));
    }
  }

  private Answer send(SlackRequest request) throws IOException {
    try {
      return slack.send(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while the app was asked", e);
    }
  }

  private static Optional<JsonNode> button(Message message, String action) {
    for (var block : message.content().path("blocks")) {
      for (var element : block.path("elements")) {
        if (element.path("action_id").asText().equals(action)) {
          return Optional.of(element);
        }
      }
    }
    return Optional.empty();
  }

  private void recorded(HttpExchange exchange) throws IOException {
    var all = json.createArrayNode();
    for (var message : slack.messages()) {
      var one = all.addObject().put("channel", message.channel()).put("ts", message.ts());
      one.put("updates", message.updates()).set("content", message.content());
      var answers = one.putArray("answers");
      message
          .answers()
          .forEach(
              answer ->
                  answers.addObject().put("user", answer.getKey()).set("said", answer.getValue()));
    }
    Http.answer(
        exchange,
        200,
        "application/json; charset=utf-8",
        all.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void trouble(HttpExchange exchange, Answer answer) throws IOException {
    trouble(
        exchange,
        answer.status() == 0
            ? "The app did not answer within " + SlackRequest.LONGEST.toSeconds() + " seconds."
            : "The app answered " + answer.status() + ".");
  }

  private static void trouble(HttpExchange exchange, String sentence) throws IOException {
    html(exchange, 400, SlackHtml.trouble(sentence));
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    var body = Http.body(exchange, MAX_BODY).orElse(new byte[0]);
    return Forms.read(new String(body, StandardCharsets.UTF_8));
  }

  private static void back(HttpExchange exchange, String where) throws IOException {
    exchange.getResponseHeaders().set("Location", where);
    exchange.sendResponseHeaders(303, -1);
  }

  private static void html(HttpExchange exchange, int status, String page) throws IOException {
    Http.answer(
        exchange, status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }
}
