package io.stagegate.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A replacement of which nothing is the resource's own: it follows another resource, whose own
 * change decides. Tells the chain to its root.
 */
final class CascadeRule implements Rule {
  /** Nobody reads a longer chain. */
  private static final int LONGEST = 50;

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    if (facts.replacement() == Replacement.NONE || !follows(facts)) {
      return List.of();
    }
    Set<String> seen = new LinkedHashSet<>();
    List<String> chain = new ArrayList<>();
    Facts root = facts;
    while (root != null
        && chain.size() < LONGEST
        && seen.add(root.row().logicalId())
        && follows(root)) {
      Cause cause = following(root).getFirst();
      chain.add(String.valueOf(cause.entity()));
      root = stack.get(cause.resource());
    }
    boolean certain =
        facts.certainReplacement()
            && chain.size() < LONGEST
            && root != null
            && root.replacement() == Replacement.WILL;
    return List.of(
        new Risk(
            RiskKind.CASCADE,
            RiskLevel.LOW,
            certain,
            "Nothing of its own changes: it follows "
                + String.join(", which follows ", chain)
                + end(root, chain, seen)));
  }

  private static String end(
      @org.jspecify.annotations.Nullable Facts root, List<String> chain, Set<String> seen) {
    if (root == null) {
      return "; that one is not among these changes";
    }
    if (chain.size() == LONGEST) {
      return ", and so on";
    }
    if (chain.size() >= seen.size() && follows(root)) {
      return "; they follow each other in a circle";
    }
    String names =
        String.join(
            ", ", root.properties().stream().map(PropertyChange::label).distinct().toList());
    return "; the root is "
        + root.row().logicalId()
        + ", which is "
        + Words.past(root.row().action())
        + (names.isEmpty() ? "" : " (" + names + ")");
  }

  /** All that forces the replacement names another resource; none of it is certain by itself. */
  private static boolean follows(Facts facts) {
    List<PropertyChange> forcing = forcing(facts);
    return !forcing.isEmpty()
        && forcing.stream()
            .allMatch(
                property ->
                    property.causes().stream().anyMatch(Cause::follows)
                        && property.causes().stream()
                            .filter(cause -> !cause.follows())
                            .allMatch(cause -> cause.evaluation() == Evaluation.DYNAMIC));
  }

  private static List<Cause> following(Facts facts) {
    return forcing(facts).stream()
        .flatMap(property -> property.causes().stream())
        .filter(Cause::follows)
        .toList();
  }

  private static List<PropertyChange> forcing(Facts facts) {
    return facts.properties().stream().filter(PropertyChange::forcesReplacement).toList();
  }
}
