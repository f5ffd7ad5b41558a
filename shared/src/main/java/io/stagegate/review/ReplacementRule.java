package io.stagegate.review;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A resource that is made anew, or goes away, and keeps no data of its own. */
final class ReplacementRule implements Rule {
  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    if (StatefulTypes.of(facts.type()) != null || !facts.leaves()) {
      return List.of();
    }
    boolean kept = OldResource.of(facts) == OldResource.RETAINED;
    if (facts.row().remove()) {
      return List.of(
          kept
              ? Risk.sure(
                  RiskKind.REMOVAL, RiskLevel.LOW, "It leaves the stack but stays in the account")
              : Risk.sure(RiskKind.REMOVAL, RiskLevel.MEDIUM, "It is removed"));
    }
    boolean certain = facts.certainReplacement();
    String because =
        facts.properties().stream()
            .filter(PropertyChange::forcesReplacement)
            .map(PropertyChange::label)
            .distinct()
            .collect(Collectors.joining(", "));
    return List.of(
        new Risk(
            RiskKind.REPLACEMENT,
            RiskLevel.MEDIUM,
            certain,
            "It "
                + (certain ? "is" : "may be")
                + " made anew under another physical id"
                + (because.isEmpty() ? "" : " because of " + because)
                + (kept ? "; the old one stays in the account" : "")));
  }
}
