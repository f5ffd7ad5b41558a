package io.stagegate.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The buttons below a message that asks, and what Slack calls them when one is pressed. */
public final class Buttons {
  public static final String REVIEW = "review";
  public static final String APPROVE = "approve";
  public static final String REJECT = "reject";

  private Buttons() {}

  /**
   * Review, which is a link, then Approve, then Reject. Approve is asked about once more, so that
   * no slip of a finger counts; Reject asks for a reason anyway.
   *
   * @param review address of the release's page
   * @param bring what an approval does, as {@code Bring build 42 of shop to production?}
   */
  static ObjectNode of(Question question, String review, String bring) {
    var approve = BlockKit.button(APPROVE, "Approve", question.encode(), BlockKit.Style.PRIMARY);
    return BlockKit.actions(
        "decide",
        List.of(
            BlockKit.link(REVIEW, "Review", review),
            BlockKit.confirming(approve, bring, "Approve"),
            BlockKit.button(REJECT, "Reject", question.encode(), BlockKit.Style.DANGER)));
  }
}
