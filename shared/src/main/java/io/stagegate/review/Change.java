package io.stagegate.review;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One changed resource.
 *
 * @param stack name of the stack it belongs to
 * @param action CloudFormation's own word: Add, Modify, Remove, Import, Dynamic, SyncWithActual, or
 *     one that this version does not know
 * @param policyAction what happens to the old resource, in CloudFormation's word; null when not
 *     told
 * @param risks highest first
 * @param properties one entry for each attribute and path
 */
public record Change(
    String stack,
    String action,
    String logicalId,
    @Nullable String physicalId,
    String type,
    Replacement replacement,
    @Nullable String policyAction,
    List<String> scope,
    List<Risk> risks,
    List<PropertyChange> properties) {

  /** Riskiest first, then by stack and logical id; the rest only keeps the order stable. */
  static final Comparator<Change> ORDER =
      Comparator.comparing(Change::level)
          .reversed()
          .thenComparing(Change::stack)
          .thenComparing(Change::logicalId)
          .thenComparing(Change::action)
          .thenComparing(Change::type)
          .thenComparing(change -> String.valueOf(change.physicalId()));

  public Change {
    scope = List.copyOf(scope);
    Set<Risk> sorted = new TreeSet<>(Risk.ORDER);
    sorted.addAll(risks);
    risks = List.copyOf(sorted);
    properties = List.copyOf(properties);
  }

  /** The highest of its risks. */
  public RiskLevel level() {
    return risks.isEmpty() ? RiskLevel.NONE : risks.getFirst().level();
  }
}
