package io.stagegate.functions.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.functions.slack.Interaction.Presser;
import io.stagegate.http.BadRequest;
import io.stagegate.http.Fields;
import io.stagegate.http.Request;
import io.stagegate.model.Decision;
import io.stagegate.slack.Buttons;
import io.stagegate.slack.Question;
import io.stagegate.store.Codec;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads Slack's <a href="https://docs.slack.dev/reference/interaction-payloads">interaction
 * payloads</a>.
 */
final class InteractionReader {
  private static final Pattern USER = Pattern.compile("[A-Z0-9]{2,30}");
  private static final Pattern TRIGGER = Pattern.compile("[!-~]{1,200}");
  private static final Set<String> DECIDING = Set.of(Buttons.APPROVE, Buttons.REJECT);

  private InteractionReader() {}

  /**
   * Reads what a request tells.
   *
   * @throws BadRequest for what is no payload, or lacks what one of its type has
   */
  static Interaction read(Request request) {
    var payload = document(Fields.ofForm(request).needed("payload"));
    return switch (payload.path("type").asText()) {
      case "block_actions" -> button(payload, request.source());
      case "view_submission" -> form(payload, request.source());
      default -> new Interaction.Nothing();
    };
  }

  private static Interaction button(JsonNode payload, String source) {
    for (var action : payload.path("actions")) {
      var id = action.path("action_id").asText();
      if (DECIDING.contains(id)) {
        return new Interaction.Button(
            presser(payload, source),
            question(action.path("value").asText()),
            id.equals(Buttons.APPROVE),
            trigger(payload),
            address(payload.path("response_url").asText()));
      }
    }
    return new Interaction.Nothing();
  }

  private static Interaction form(JsonNode payload, String source) {
    var view = payload.path("view");
    var approve =
        switch (view.path("callback_id").asText()) {
          case Buttons.APPROVE -> true;
          case Buttons.REJECT -> false;
          default -> throw new BadRequest("The view is none of Stagegate's.");
        };
    var values = view.path("state").path("values");
    return new Interaction.Form(
        presser(payload, source),
        question(view.path("private_metadata").asText()),
        approve,
        comment(values.path(ReasonForm.COMMENT).path(ReasonForm.COMMENT).path("value").asText("")),
        !values
            .path(ReasonForm.OVERRIDE)
            .path(ReasonForm.OVERRIDE)
            .path("selected_options")
            .isEmpty(),
        trigger(payload));
  }

  private static JsonNode document(String text) {
    try {
      var document = Codec.mapper().readTree(text);
      if (document.isObject()) {
        return document;
      }
    } catch (JsonProcessingException e) {
      throw new BadRequest("The payload is not JSON.");
    }
    throw new BadRequest("The payload is not a JSON object.");
  }

  private static Presser presser(JsonNode payload, String source) {
    var user = payload.path("user");
    var home = user.path("team_id").asText("");
    var here = payload.path("team").path("id").asText("");
    return new Presser(
        shaped(USER, user.path("id").asText(), "user.id"),
        source,
        !home.isEmpty() && !here.isEmpty() && !home.equals(here));
  }

  private static Question question(String text) {
    return Question.decode(text)
        .orElseThrow(() -> new BadRequest("The payload is about no release."));
  }

  private static String trigger(JsonNode payload) {
    return shaped(TRIGGER, payload.path("trigger_id").asText(), "trigger_id");
  }

  private static String comment(String text) {
    if (text.length() > Decision.LONGEST_COMMENT) {
      throw new BadRequest("The comment is longer than the form takes.");
    }
    return text.strip();
  }

  private static URI address(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new BadRequest("The response_url is no address.");
    }
  }

  private static String shaped(Pattern shape, String text, String name) {
    if (!shape.matcher(text).matches()) {
      throw new BadRequest("The payload's " + name + " is missing or odd.");
    }
    return text;
  }
}
