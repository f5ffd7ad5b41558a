package io.stagegate.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Nested stacks whose own change set is not among the answers. */
final class NestedRisks {
  private NestedRisks() {}

  static List<Risk> of(Collection<ChangeSet> sets) {
    Set<String> given =
        sets.stream()
            .map(set -> set.info().id())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    List<Risk> risks = new ArrayList<>();
    for (ChangeSet set : sets) {
      for (Row row : set.rows()) {
        if (row.nestedId() != null && !given.contains(row.nestedId())) {
          risks.add(
              Risk.sure(
                  RiskKind.INCOMPLETE,
                  RiskLevel.HIGH,
                  "The change set of the nested stack "
                      + row.logicalId()
                      + " is not given: its changes are not shown here"));
        }
      }
      if (set.parentId() != null && !given.contains(set.parentId())) {
        risks.add(
            Risk.unsure(
                RiskKind.INCOMPLETE,
                RiskLevel.MEDIUM,
                "The change set that "
                    + (set.stack().isEmpty() ? "a nested one" : set.stack())
                    + " is nested in is not given"));
      }
    }
    return risks;
  }
}
