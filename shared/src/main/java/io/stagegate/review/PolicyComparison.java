package io.stagegate.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Compares two lists of statements by what they allow. */
final class PolicyComparison {
  /**
   * What of a statement is allowed now and was not before.
   *
   * @param unconditional true where the same was allowed before under a condition only
   */
  record Gain(
      Statement statement,
      Set<String> who,
      Set<String> actions,
      Set<String> resources,
      boolean unconditional) {}

  private PolicyComparison() {}

  static List<Gain> gains(List<Statement> before, List<Statement> after) {
    List<Gain> gains = new ArrayList<>();
    for (Statement statement : after) {
      if (statement.allow()) {
        gain(statement, before, gains);
      }
    }
    return gains;
  }

  /** What was forbidden and is no more. */
  static List<Statement> lostDenies(List<Statement> before, List<Statement> after) {
    return before.stream()
        .filter(statement -> !statement.allow())
        .filter(
            statement ->
                triples(statement).stream()
                    .anyMatch(
                        one ->
                            after.stream()
                                .noneMatch(
                                    other ->
                                        !other.allow() && covers(other, one, statement, true))))
        .toList();
  }

  private record Triple(String who, String action, String resource) {}

  private static void gain(Statement statement, List<Statement> before, List<Gain> gains) {
    Set<String> who = new TreeSet<>();
    Set<String> actions = new TreeSet<>();
    Set<String> resources = new TreeSet<>();
    boolean unconditional = true;
    for (Triple one : triples(statement)) {
      boolean had =
          before.stream().anyMatch(old -> old.allow() && covers(old, one, statement, true));
      if (!had) {
        who.add(one.who());
        actions.add(one.action());
        resources.add(one.resource());
        unconditional &=
            before.stream().anyMatch(old -> old.allow() && covers(old, one, statement, false));
      }
    }
    if (!actions.isEmpty()) {
      gains.add(new Gain(statement, who, actions, resources, unconditional));
    }
  }

  private static List<Triple> triples(Statement statement) {
    List<Triple> triples = new ArrayList<>();
    for (String who : orOne(statement.who())) {
      for (String action : orOne(statement.actions())) {
        for (String resource : orOne(statement.resources())) {
          triples.add(new Triple(who, action, resource));
        }
      }
    }
    return triples;
  }

  private static Set<String> orOne(Set<String> texts) {
    return texts.isEmpty() ? Set.of("") : texts;
  }

  /** Negated elements are compared as they stand: only the same one covers them. */
  private static boolean covers(
      Statement outer, Triple one, Statement from, boolean withCondition) {
    boolean condition = outer.condition().isEmpty() || outer.condition().equals(from.condition());
    return (condition || !withCondition)
        && side(outer.notWho(), outer.who(), from.notWho(), from.who(), one.who())
        && side(
            outer.notActions(),
            lower(outer.actions()),
            from.notActions(),
            lower(from.actions()),
            one.action().toLowerCase(Locale.ROOT))
        && side(
            outer.notResources(),
            outer.resources(),
            from.notResources(),
            from.resources(),
            one.resource());
  }

  private static boolean side(
      boolean outerNot, Set<String> outer, boolean innerNot, Set<String> inner, String one) {
    if (outerNot || innerNot) {
      return outerNot == innerNot && outer.equals(inner);
    }
    return outer.isEmpty()
        ? one.isEmpty()
        : outer.stream().anyMatch(pattern -> Wildcards.covers(pattern, one));
  }

  private static Set<String> lower(Set<String> texts) {
    Set<String> lower = new TreeSet<>();
    texts.forEach(text -> lower.add(text.toLowerCase(Locale.ROOT)));
    return lower;
  }
}
