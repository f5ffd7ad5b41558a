package io.stagegate.review;

import io.stagegate.review.StatefulTypes.Stateful;
import java.util.List;
import java.util.Map;

/** Data that goes with a resource that is removed or made anew. */
final class DataLossRule implements Rule {
  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    Stateful stateful = StatefulTypes.of(facts.type());
    if (stateful == null || !facts.leaves() || tellsItsContents(facts)) {
      return List.of();
    }
    String leaves = facts.row().remove() ? "removed" : "replaced by a new, empty one";
    boolean will = facts.row().remove() || facts.certainReplacement();
    String start = "The " + stateful.noun() + (will ? " is " : " may be ") + leaves;
    return List.of(
        switch (OldResource.of(facts)) {
          case DELETED ->
              new Risk(
                  RiskKind.DATA_LOSS,
                  RiskLevel.HIGH,
                  will && !bucket(facts),
                  lost(start, facts, stateful));
          case NOT_TOLD ->
              Risk.unsure(
                  RiskKind.DATA_LOSS,
                  RiskLevel.HIGH,
                  lost(start, facts, stateful)
                      + ". What happens to the old one is not known; expect it to be deleted");
          case RETAINED ->
              new Risk(
                  facts.row().remove() ? RiskKind.REMOVAL : RiskKind.REPLACEMENT,
                  facts.row().remove() ? RiskLevel.LOW : RiskLevel.MEDIUM,
                  will,
                  start + ". The old one stays in the account with its data, outside of the stack");
          case SNAPSHOT ->
              new Risk(
                  facts.row().remove() ? RiskKind.REMOVAL : RiskKind.REPLACEMENT,
                  RiskLevel.MEDIUM,
                  will,
                  start + ". A last snapshot of the old one is kept");
        });
  }

  private static String lost(String start, Facts facts, Stateful stateful) {
    return start
        + ": "
        + stateful.lost()
        + (bucket(facts)
            ? " will be lost, unless the deletion fails because the bucket is not empty"
            : " will be lost");
  }

  /** A nested stack that is deleted loses what is in it, which another rule tells one by one. */
  private static boolean tellsItsContents(Facts facts) {
    return facts.row().nestedStack() && OldResource.of(facts) != OldResource.RETAINED;
  }

  /** CloudFormation deletes no bucket that still holds objects. */
  private static boolean bucket(Facts facts) {
    return facts.type().equals("AWS::S3::Bucket");
  }
}
