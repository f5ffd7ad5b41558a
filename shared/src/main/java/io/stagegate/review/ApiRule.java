package io.stagegate.review;

import io.stagegate.review.Operations.Door;
import io.stagegate.review.policy.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What anybody can call from now on without showing who they are. */
final class ApiRule implements Rule {
  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    List<Risk> risks = new ArrayList<>();
    if (facts.row().remove() || !facts.comparable()) {
      return risks;
    }
    Map<String, Door> before = Operations.of(facts.oldType(), facts.was());
    List<String> unlocked = new ArrayList<>();
    List<String> opened = new ArrayList<>();
    List<String> depends = new ArrayList<>();
    Operations.of(facts.type(), facts.will())
        .forEach(
            (name, door) -> {
              Door was = before.get(name);
              if (door == Door.OPEN && was != Door.OPEN) {
                // A known operation that was guarded is worse than a new one that is not.
                (was == null ? opened : unlocked).add(name);
              } else if (door == Door.DEPENDS && was != Door.DEPENDS) {
                depends.add(name);
              }
            });
    if (!unlocked.isEmpty()) {
      risks.add(open(RiskLevel.HIGH, Texts.list(unlocked)));
    }
    if (!opened.isEmpty()) {
      risks.add(open(RiskLevel.MEDIUM, Texts.list(opened)));
    }
    if (!depends.isEmpty()) {
      risks.add(
          Risk.unsure(
              RiskKind.PUBLIC_ACCESS,
              facts.arrives() ? RiskLevel.LOW : RiskLevel.MEDIUM,
              "Anybody can now call "
                  + Texts.list(depends)
                  + ", unless the API asks who calls by default"));
    }
    return risks;
  }

  private static Risk open(RiskLevel level, String what) {
    return Risk.sure(
        RiskKind.PUBLIC_ACCESS, level, "Anybody can now call " + what + " without authorization");
  }
}
