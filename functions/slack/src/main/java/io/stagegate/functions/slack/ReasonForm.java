package io.stagegate.functions.slack;

import static io.stagegate.slack.BlockKit.array;
import static io.stagegate.slack.BlockKit.object;
import static io.stagegate.slack.BlockKit.plain;
import static io.stagegate.slack.BlockKit.section;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagegate.model.Decision;
import io.stagegate.slack.Buttons;
import io.stagegate.slack.Mrkdwn;
import io.stagegate.slack.Question;
import java.util.ArrayList;
import java.util.List;

/** The form in which somebody says why. */
final class ReasonForm {
  static final String COMMENT = "comment";
  static final String OVERRIDE = "override";

  private static final int LONGEST_TITLE = 24;
  private static final int LONGEST_LABEL = 2_000;

  private ReasonForm() {}

  static ObjectNode view(Question question, boolean approve, Look.Ask about) {
    var blocks = new ArrayList<ObjectNode>();
    blocks.add(section("*%s*: %s".formatted(question.project(), Mrkdwn.escape(about.headline()))));
    blocks.add(comment(approve ? "Why may it go on?" : "Why not?", about.reason()));
    if (about.override()) {
      blocks.add(override(about.alone()));
    }
    var title = (approve ? "Approve release " : "Reject release ") + question.release();
    var view = modal(title, blocks).put("callback_id", approve ? Buttons.APPROVE : Buttons.REJECT);
    view.set("submit", plain(approve ? "Approve" : "Reject", LONGEST_TITLE));
    view.set("close", plain("Cancel", LONGEST_TITLE));
    return view.put("private_metadata", question.encode());
  }

  /** What the form becomes when it was sent. */
  static ObjectNode outcome(String sentence) {
    var view = modal("Stagegate", List.of(section(sentence)));
    view.set("close", plain("Close", LONGEST_TITLE));
    return view;
  }

  private static ObjectNode modal(String title, List<ObjectNode> blocks) {
    var view = object().put("type", "modal");
    view.set("title", plain(title, LONGEST_TITLE));
    view.set("blocks", array(blocks));
    return view;
  }

  private static ObjectNode comment(String label, boolean needed) {
    var element =
        object()
            .put("type", "plain_text_input")
            .put("action_id", COMMENT)
            .put("multiline", true)
            .put("max_length", Decision.LONGEST_COMMENT);
    return input(COMMENT, label, element).put("optional", !needed);
  }

  /** An admin who isn't among those who are asked decides so or not at all. */
  private static ObjectNode override(boolean alone) {
    var option = object();
    option.set("text", plain("I decide alone, as an admin. Everybody will see that.", 75));
    option.put("value", OVERRIDE);
    var element = object().put("type", "checkboxes").put("action_id", OVERRIDE);
    element.set("options", array(List.of(option)));
    return input(OVERRIDE, "Override", element).put("optional", !alone);
  }

  private static ObjectNode input(String id, String label, ObjectNode element) {
    var block = object().put("type", "input").put("block_id", id);
    block.set("label", plain(label, LONGEST_LABEL));
    block.set("element", element);
    return block;
  }
}
