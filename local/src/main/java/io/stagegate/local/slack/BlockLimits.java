package io.stagegate.local.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what Slack refuses of blocks: unknown ones, too many, too long texts.
 *
 * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">Block Kit: blocks</a>
 */
final class BlockLimits {
  private static final Set<String> IN_MESSAGES =
      Set.of("header", "section", "context", "actions", "divider");
  private static final Set<String> IN_VIEWS = Set.of("section", "context", "input", "divider");

  /** The most characters of a text, by the kind of what holds it and the name it has there. */
  private static final Map<String, Integer> LONGEST =
      Map.ofEntries(
          Map.entry("header.text", 150),
          Map.entry("section.text", 3_000),
          Map.entry("context.elements", 3_000),
          Map.entry("button.text", 75),
          Map.entry("confirm.title", 100),
          Map.entry("confirm.text", 300),
          Map.entry("confirm.confirm", 30),
          Map.entry("confirm.deny", 30),
          Map.entry("input.label", 2_000),
          Map.entry("option.text", 75),
          Map.entry("modal.title", 24),
          Map.entry("modal.submit", 24),
          Map.entry("modal.close", 24));

  private BlockLimits() {}

  /** What is wrong with a message, in a few words; empty where nothing. */
  static Optional<String> ofMessage(JsonNode message) {
    if (message.path("text").asText().isEmpty()) {
      return Optional.of("no_text");
    }
    return blocks(message.path("blocks"), 50, IN_MESSAGES);
  }

  static Optional<String> ofView(JsonNode view) {
    if (!view.path("type").asText().equals("modal") || view.path("title").isMissingNode()) {
      return Optional.of("view is no modal");
    }
    if (view.path("private_metadata").asText().length() > 3_000) {
      return Optional.of("private_metadata is too long");
    }
    for (var name : new String[] {"title", "submit", "close"}) {
      var wrong = text("modal." + name, view.path(name), true);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return blocks(view.path("blocks"), 100, IN_VIEWS);
  }

  private static Optional<String> blocks(JsonNode blocks, int most, Set<String> known) {
    if (blocks.size() > most) {
      return Optional.of("more than " + most + " blocks");
    }
    var ids = new HashSet<String>();
    for (var block : blocks) {
      var type = block.path("type").asText();
      var id = block.path("block_id").asText();
      if (!known.contains(type)) {
        return Optional.of("unknown block " + type);
      }
      if (!id.isEmpty() && !ids.add(id)) {
        return Optional.of("two blocks have the id " + id);
      }
      var wrong = block(type, block);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> block(String type, JsonNode block) {
    return switch (type) {
      case "header" -> text("header.text", block.path("text"), true);
      case "section" -> text("section.text", block.path("text"), false);
      case "input" -> text("input.label", block.path("label"), true);
      case "context" -> elements(block, 10);
      case "actions" -> elements(block, 25);
      default -> Optional.empty();
    };
  }

  private static Optional<String> elements(JsonNode block, int most) {
    if (block.path("elements").isEmpty() || block.path("elements").size() > most) {
      return Optional.of("a block has 1 to " + most + " elements");
    }
    for (var element : block.path("elements")) {
      var wrong =
          element.path("type").asText().equals("button")
              ? button(element)
              : text("context.elements", element, false);
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> button(JsonNode button) {
    if (button.path("value").asText().length() > 2_000
        || button.path("url").asText().length() > 3_000
        || button.path("action_id").asText().length() > 255) {
      return Optional.of("a button's value, url or action_id is too long");
    }
    var wrong = text("button.text", button.path("text"), true);
    var confirm = button.path("confirm");
    for (var name : new String[] {"title", "text", "confirm", "deny"}) {
      if (wrong.isEmpty() && !confirm.isMissingNode()) {
        wrong = text("confirm." + name, confirm.path(name), false);
      }
    }
    return wrong;
  }

  private static Optional<String> text(String where, JsonNode text, boolean plain) {
    if (text.isMissingNode() && where.startsWith("modal.")) {
      return Optional.empty();
    }
    var type = text.path("type").asText();
    int length = text.path("text").asText().length();
    if (!type.equals("plain_text") && (plain || !type.equals("mrkdwn"))) {
      return Optional.of(where + " is no text of a kind that fits");
    }
    return length < 1 || length > LONGEST.getOrDefault(where, 0)
        ? Optional.of(where + " has " + length + " characters")
        : Optional.empty();
  }
}
