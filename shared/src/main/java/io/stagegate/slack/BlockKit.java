package io.stagegate.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Pieces of <a href="https://docs.slack.dev/reference/block-kit">Block Kit</a>, each within Slack's
 * limits: a message that breaks one is refused whole.
 */
public final class BlockKit {
  /** The most blocks of a message. */
  public static final int MOST_BLOCKS = 50;

  /** The most characters of a section's text. */
  public static final int LONGEST_SECTION = 3_000;

  /** The most characters of a header. */
  public static final int LONGEST_HEADER = 150;

  private static final int LONGEST_BUTTON = 75;
  private static final int LONGEST_CONFIRMATION = 300;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private BlockKit() {}

  /** How a button looks. */
  public enum Style {
    PLAIN,
    PRIMARY,
    DANGER
  }

  public static ObjectNode object() {
    return JSON.objectNode();
  }

  public static ArrayNode array(List<? extends JsonNode> items) {
    return JSON.arrayNode().addAll(items);
  }

  /** Words without any markup; they are Stagegate's own, so nothing in them is escaped. */
  public static ObjectNode plain(String text, int most) {
    return object()
        .put("type", "plain_text")
        .put("text", text.length() <= most ? text : text.substring(0, most - 1) + "…")
        .put("emoji", false);
  }

  /**
   * Text with markup, in which everything from outside is escaped.
   *
   * <p>{@code verbatim} keeps Slack from making links and mentions of what only looks like one.
   */
  public static ObjectNode mrkdwn(String escaped, int most) {
    return object()
        .put("type", "mrkdwn")
        .put("text", Mrkdwn.cut(escaped, most))
        .put("verbatim", true);
  }

  public static ObjectNode header(String text) {
    var block = object().put("type", "header");
    block.set("text", plain(text, LONGEST_HEADER));
    return block;
  }

  public static ObjectNode section(String escaped) {
    var block = object().put("type", "section");
    block.set("text", mrkdwn(escaped, LONGEST_SECTION));
    return block;
  }

  /** Small print. */
  public static ObjectNode context(String escaped) {
    var block = object().put("type", "context");
    block.set("elements", array(List.of(mrkdwn(escaped, LONGEST_SECTION))));
    return block;
  }

  public static ObjectNode actions(String id, List<ObjectNode> elements) {
    var block = object().put("type", "actions").put("block_id", id);
    block.set("elements", array(elements));
    return block;
  }

  /**
   * A button.
   *
   * @param action what Slack says was pressed
   * @param value what Slack sends with it, at most 2,000 characters
   */
  public static ObjectNode button(String action, String text, String value, Style style) {
    var button = object().put("type", "button").put("action_id", action);
    button.set("text", plain(text, LONGEST_BUTTON));
    button.put("value", value);
    switch (style) {
      case PLAIN -> {}
      case PRIMARY -> button.put("style", "primary");
      case DANGER -> button.put("style", "danger");
    }
    return button;
  }

  /** A button that opens an address. */
  public static ObjectNode link(String action, String text, String address) {
    var button = object().put("type", "button").put("action_id", action);
    button.set("text", plain(text, LONGEST_BUTTON));
    return button.put("url", address);
  }

  /** Asks once more before a button counts. */
  public static ObjectNode confirming(ObjectNode button, String question, String yes) {
    var confirm = object();
    confirm.set("title", plain(yes, 100));
    confirm.set("text", plain(question, LONGEST_CONFIRMATION));
    confirm.set("confirm", plain(yes, 30));
    confirm.set("deny", plain("Cancel", 30));
    button.set("confirm", confirm);
    return button;
  }

  /** A message of blocks; {@code text} is what notifications and screen readers say. */
  public static ObjectNode message(String text, List<ObjectNode> blocks) {
    var message = object().put("text", Mrkdwn.cut(text, LONGEST_SECTION));
    message.set("blocks", array(blocks));
    return message;
  }
}
