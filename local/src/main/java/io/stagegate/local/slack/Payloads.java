package io.stagegate.local.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagegate.local.slack.SlackWorkspace.Message;
import io.stagegate.local.slack.SlackWorkspace.View;
import java.util.Locale;
import java.util.Map;

/**
 * What Slack sends when somebody presses something, in the shapes it documents.
 *
 * @see <a href="https://docs.slack.dev/reference/interaction-payloads/block_actions-payload">
 *     block_actions</a>
 * @see <a href="https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload">
 *     view_submission</a>
 */
final class Payloads {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Payloads() {}

  static ObjectNode press(
      Message at, JsonNode block, JsonNode element, String user, String trigger, String answers) {
    var payload = common("block_actions", user, trigger);
    var container = payload.putObject("container");
    container.put("type", "message").put("message_ts", at.ts());
    container.put("channel_id", at.channel()).put("is_ephemeral", false);
    payload
        .putObject("channel")
        .put("id", at.channel())
        .put("name", at.channel().startsWith("D") ? "directmessage" : "releases");
    payload.set("message", message(at));
    payload.putObject("state").putObject("values");
    payload.put("response_url", answers);
    var action = payload.putArray("actions").addObject();
    action.put("action_id", element.path("action_id").asText());
    action.put("block_id", block.path("block_id").asText());
    action.set("text", element.path("text"));
    for (var name : new String[] {"value", "url", "style"}) {
      if (element.has(name)) {
        action.set(name, element.path(name));
      }
    }
    action.put("type", "button").put("action_ts", actionTime());
    return payload;
  }

  /**
   * A sent form.
   *
   * @param typed by block, what was typed or ticked
   */
  static ObjectNode submission(View opened, Map<String, String> typed, String trigger) {
    var payload = common("view_submission", opened.user(), trigger);
    var view = opened.view().deepCopy();
    view.put("id", opened.id())
        .put("team_id", SlackWorkspace.TEAM)
        .put("app_id", SlackWorkspace.APP);
    view.put("root_view_id", opened.id()).put("hash", actionTime());
    var values = view.putObject("state").putObject("values");
    for (var block : view.path("blocks")) {
      if (block.path("type").asText().equals("input")) {
        var id = block.path("block_id").asText();
        var element = block.path("element");
        values
            .putObject(id)
            .set(element.path("action_id").asText(), value(element, typed.getOrDefault(id, "")));
      }
    }
    payload.set("view", view);
    payload.putArray("response_urls");
    return payload;
  }

  private static ObjectNode value(JsonNode element, String typed) {
    var type = element.path("type").asText();
    var value = JSON.objectNode().put("type", type);
    if (type.equals("checkboxes")) {
      var chosen = value.putArray("selected_options");
      element
          .path("options")
          .forEach(
              option -> {
                if (option.path("value").asText().equals(typed)) {
                  chosen.add(option);
                }
              });
    } else if (typed.isEmpty()) {
      value.putNull("value");
    } else {
      value.put("value", typed);
    }
    return value;
  }

  /** A message as the API gives it. */
  static ObjectNode message(Message message) {
    var shown = message.content().deepCopy();
    shown.put("type", "message").put("ts", message.ts()).put("user", "U0BOT");
    return shown
        .put("bot_id", "B0BOT")
        .put("app_id", SlackWorkspace.APP)
        .put("team", SlackWorkspace.TEAM);
  }

  private static ObjectNode common(String type, String user, String trigger) {
    var payload = JSON.objectNode().put("type", type);
    payload.putObject("team").put("id", SlackWorkspace.TEAM).put("domain", "stand-in");
    payload
        .putObject("user")
        .put("id", user)
        .put("username", user.toLowerCase(Locale.ROOT))
        .put("name", user.toLowerCase(Locale.ROOT))
        .put("team_id", SlackWorkspace.TEAM);
    payload.put("api_app_id", SlackWorkspace.APP).put("token", "not-to-be-used");
    payload.putNull("enterprise").put("is_enterprise_install", false);
    return payload.put("trigger_id", trigger);
  }

  private static String actionTime() {
    long millis = System.currentTimeMillis();
    return "%d.%03d000".formatted(millis / 1000, millis % 1000);
  }
}
