package io.stagegate.model;

import java.util.Optional;

/**
 * That fewer people may decide on a stage than it asks for: a release can be prepared, but not
 * approved before that changes.
 *
 * @param needed how many must say yes
 * @param there how many could
 * @param grave whether it is so only where data would be lost or access is wider
 */
public record Shortfall(StageName stage, int needed, long there, boolean grave) {

  /**
   * Whether a team is too small for what a stage asks of it.
   *
   * @param requester who asks for the release; they may be barred from deciding
   */
  public static Optional<Shortfall> of(Stage stage, Team team, String requester) {
    var policy = stage.approvals();
    var there = team.deciders(Quorum.of(policy, requester), stage.name());
    if (there < policy.approvals()) {
      return Optional.of(new Shortfall(stage.name(), policy.approvals(), there, false));
    }
    return there < policy.graveApprovals()
        ? Optional.of(new Shortfall(stage.name(), policy.graveApprovals(), there, true))
        : Optional.empty();
  }

  /** What is missing and what helps. */
  public String sentence() {
    return "%s asks for %d %s%s, and the team has %s who may decide: add an approver, or set %s of %s."
        .formatted(
            capital(stage.value()),
            needed,
            needed == 1 ? "approver" : "approvers",
            grave ? " where data would be lost or access is wider" : "",
            there == 0 ? "nobody" : Long.toString(there),
            grave ? "graveApprovals" : "approvals",
            stage);
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
