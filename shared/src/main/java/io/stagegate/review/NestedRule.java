package io.stagegate.review;

import java.util.List;
import java.util.Map;

/** Nested stacks of which the change set does not tell what changes inside. */
final class NestedRule implements Rule {
  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    Row row = facts.row();
    if (!row.nestedStack() || row.nestedId() != null || row.remove() || facts.typeChanges()) {
      return List.of();
    }
    boolean add = row.action().equals("Add");
    return List.of(
        Risk.unsure(
            RiskKind.HIDDEN,
            add ? RiskLevel.LOW : RiskLevel.MEDIUM,
            add
                ? "What the nested stack will hold is not told"
                : "What changes inside of the nested stack is not told"));
  }
}
