package io.stagegate.review;

import io.stagegate.review.StatefulTypes.Stateful;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One logical id that stands for a resource of another type than before. */
final class TypeChangeRule implements Rule {
  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    if (!facts.typeChanges()) {
      return List.of();
    }
    String was = facts.before().path("Type").asText();
    String now = facts.after().path("Type").asText();
    List<Risk> risks = new ArrayList<>();
    risks.add(
        Risk.unsure(
            RiskKind.REPLACEMENT,
            RiskLevel.HIGH,
            "It was "
                + was
                + " and becomes "
                + now
                + ", which CloudFormation refuses in one update"));
    Stateful stateful = StatefulTypes.of(was);
    if (stateful != null && OldResource.of(facts) != OldResource.RETAINED) {
      risks.add(
          Risk.unsure(
              RiskKind.DATA_LOSS,
              RiskLevel.HIGH,
              "The " + stateful.noun() + " goes: " + stateful.lost() + " may be lost"));
    }
    return risks;
  }
}
