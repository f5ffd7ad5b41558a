package io.stagegate.review;

import java.util.List;
import java.util.stream.Stream;

/**
 * What people read before they decide: the change sets turned into changes, risks and one digest.
 *
 * @param changeSet the change set, or the first of several (by stack name)
 * @param changeSets all of them, nested ones too, by stack name
 * @param executable whether CloudFormation would execute it now
 * @param digest {@code sha256:} and 64 hex digits over everything that will be applied
 * @param headline one sentence
 * @param risks those of the review as a whole; each change has its own
 * @param changes riskiest first, then stack, then logical id
 */
public record Review(
    ChangeSetInfo changeSet,
    List<ChangeSetInfo> changeSets,
    boolean executable,
    String digest,
    RiskLevel risk,
    Summary summary,
    String headline,
    List<Risk> risks,
    List<Change> changes) {

  public Review {
    changeSets = List.copyOf(changeSets);
    risks = List.copyOf(risks);
    changes = List.copyOf(changes);
  }

  static RiskLevel riskOf(List<Risk> risks, List<Change> changes) {
    return Stream.concat(risks.stream().map(Risk::level), changes.stream().map(Change::level))
        .reduce(RiskLevel.NONE, RiskLevel::max);
  }

  /** True where there is nothing to apply. */
  public boolean empty() {
    return changes.isEmpty();
  }
}
