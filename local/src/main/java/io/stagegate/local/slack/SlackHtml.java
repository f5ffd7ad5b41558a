package io.stagegate.local.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.local.slack.SlackWorkspace.Message;
import io.stagegate.local.slack.SlackWorkspace.View;
import java.util.List;
import java.util.Map;

/** The stand-in's pages: plain, but with all that Slack would show. */
final class SlackHtml {
  private SlackHtml() {}

  static String messages(List<Message> messages) {
    var main = new StringBuilder("<h1>Slack's stand-in</h1>\n");
    if (messages.isEmpty()) {
      main.append("<p>No messages yet.</p>\n");
    }
    messages.forEach(message -> main.append(message(message)));
    return page(main.toString());
  }

  private static String message(Message message) {
    var html = new StringBuilder();
    html.append("<article id=\"m").append(message.ts()).append("\">\n<p class=\"quiet\">");
    html.append(message.channel().startsWith("D") ? "To " + user(message) : message.channel());
    html.append(message.updates() > 0 ? ", edited" : "").append("</p>\n");
    html.append("<form method=\"post\" action=\"/press\">\n");
    html.append(hidden("ts", message.ts()));
    message.content().path("blocks").forEach(block -> html.append(block(block, message)));
    html.append("</form>\n");
    message
        .answers()
        .forEach(
            answer ->
                html.append("<p class=\"only\">Only ")
                    .append(escaped(answer.getKey()))
                    .append(" sees: ")
                    .append(MrkdwnHtml.of(answer.getValue().path("text").asText()))
                    .append("</p>\n"));
    return html.append("</article>\n").toString();
  }

  private static String block(JsonNode block, Message message) {
    return switch (block.path("type").asText()) {
      case "header" -> "<h2>" + text(block.path("text")) + "</h2>\n";
      case "section" -> "<p>" + text(block.path("text")) + "</p>\n";
      case "context" -> "<p class=\"quiet\">" + text(block.path("elements").path(0)) + "</p>\n";
      case "actions" -> "<p>" + buttons(block, message) + "</p>\n";
      default -> "<hr>\n";
    };
  }

  private static String buttons(JsonNode block, Message message) {
    var html = new StringBuilder();
    html.append(
        "<label>You are <input name=\"user\" size=\"14\" value=\"%s\"></label>\n"
            .formatted(escaped(user(message))));
    for (var element : block.path("elements")) {
      var label = text(element.path("text"));
      html.append(
          element.has("url")
              ? "<a class=\"button\" href=\"%s\">%s</a>\n"
                  .formatted(escaped(element.path("url").asText()), label)
              : "<button name=\"action\" value=\"%s\">%s</button>\n"
                  .formatted(escaped(element.path("action_id").asText()), label));
    }
    return html.toString();
  }

  static String confirm(JsonNode confirm, String ts, String action, String user) {
    return page(
        "<h1>%s</h1>\n<p>%s</p>\n<form method=\"post\" action=\"/press\">\n%s<button>%s</button>\n<a href=\"/\">%s</a></form>\n"
            .formatted(
                text(confirm.path("title")),
                text(confirm.path("text")),
                hidden("ts", ts)
                    + hidden("action", action)
                    + hidden("user", user)
                    + hidden("confirmed", "yes"),
                text(confirm.path("confirm")),
                text(confirm.path("deny"))));
  }

  static String form(View form, Map<String, String> errors) {
    var view = form.view();
    var html = new StringBuilder("<h1>" + text(view.path("title")) + "</h1>\n");
    html.append("<form method=\"post\" action=\"/forms/").append(form.id()).append("\">\n");
    for (var block : view.path("blocks")) {
      html.append(
          block.path("type").asText().equals("input")
              ? input(block, errors.getOrDefault(block.path("block_id").asText(), ""))
              : "<p>" + text(block.path("text")) + "</p>\n");
    }
    if (view.has("submit")) {
      html.append("<button>").append(text(view.path("submit"))).append("</button>\n");
    }
    html.append("<button name=\"close\" value=\"yes\" formnovalidate>");
    html.append(view.has("close") ? text(view.path("close")) : "Close").append("</button>\n");
    return page(html.append("</form>\n").toString());
  }

  private static String input(JsonNode block, String error) {
    var id = escaped(block.path("block_id").asText());
    var element = block.path("element");
    var needed = block.path("optional").asBoolean() ? "" : " required";
    var field =
        element.path("type").asText().equals("checkboxes")
            ? "<input type=\"checkbox\" name=\"%s\" value=\"%s\"%s> %s"
                .formatted(
                    id,
                    escaped(element.at("/options/0/value").asText()),
                    needed,
                    text(element.at("/options/0/text")))
            : "<textarea name=\"%s\" maxlength=\"%d\"%s></textarea>"
                .formatted(id, element.path("max_length").asInt(3_000), needed);
    var wrong = error.isEmpty() ? "" : "<p class=\"error\">" + escaped(error) + "</p>\n";
    return "<p><label>%s<br>%s</label></p>\n%s".formatted(text(block.path("label")), field, wrong);
  }

  static String trouble(String sentence) {
    return page("<h1>Slack's stand-in</h1>\n<p>" + escaped(sentence) + "</p>\n");
  }

  private static String text(JsonNode text) {
    var said = text.path("text").asText();
    return text.path("type").asText().equals("mrkdwn") ? MrkdwnHtml.of(said) : escaped(said);
  }

  /** Whose conversation it is; of a channel nobody's. */
  private static String user(Message message) {
    return message.channel().startsWith("D") ? "U" + message.channel().substring(1) : "";
  }

  private static String hidden(String name, String value) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">\n".formatted(name, escaped(value));
  }

  private static String page(String main) {
    return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Slack's stand-in</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <style>
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 1rem auto; max-width: 46rem;
          padding: 0 1rem; }
        article { border: 1px solid; border-radius: 6px; margin: 1rem 0; padding: 0 1rem; }
        h2 { font-size: 1.1rem; } textarea { width: 100%%; min-height: 5rem; }
        .quiet { opacity: .7; } .only { border-left: 3px solid; padding-left: .6rem; }
        .error { color: #c33; }
        </style></head>
        <body><main>
        %s
        </main></body></html>
        """
        .formatted(main);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
