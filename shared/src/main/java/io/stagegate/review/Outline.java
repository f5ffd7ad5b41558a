package io.stagegate.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A review as people read it, the same in every form: risks first, then what changes by stack and
 * service, what does no harm folded.
 *
 * @param risks the highest first; what holds for several resources stands once
 * @param parts the stacks with the riskiest change first
 */
record Outline(List<Told> risks, List<Part> parts) {

  /**
   * One risk.
   *
   * @param about whom it is about; empty where it is about the review as a whole
   */
  record Told(Risk risk, List<Change> about) {
    /** The resources by name, with their stacks where there are several; empty without any. */
    String names(boolean stacks) {
      List<String> names =
          about.stream()
              .map(change -> (stacks ? change.stack() + "/" : "") + change.logicalId())
              .distinct()
              .toList();
      return names.size() < 2
          ? String.join("", names)
          : names.size() + " resources (" + Words.some(names) + ")";
    }
  }

  /** What changes in one stack. */
  record Part(String stack, int changes, List<Group> groups, List<Folding.Folded> folded) {}

  /** The changes of one service of AWS in a stack, the riskiest first. */
  record Group(String service, List<Change> changes) {}

  static Outline of(Review review) {
    return new Outline(told(review), parts(review));
  }

  /** True where something is told that may turn out otherwise. */
  boolean uncertain() {
    return risks.stream().anyMatch(told -> !told.risk().certain());
  }

  /** True where a name alone does not tell which stack is meant. */
  boolean severalStacks() {
    return parts.size() > 1;
  }

  private static List<Told> told(Review review) {
    Map<Risk, List<Change>> told = new TreeMap<>(Risk.ORDER);
    review.risks().forEach(risk -> told.put(risk, new ArrayList<>()));
    for (Change change : review.changes()) {
      for (Risk risk : change.risks()) {
        if (risk.level() != RiskLevel.NONE) {
          told.computeIfAbsent(risk, none -> new ArrayList<>()).add(change);
        }
      }
    }
    return told.entrySet().stream()
        .map(entry -> new Told(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static List<Part> parts(Review review) {
    Map<String, List<Change>> stacks = new LinkedHashMap<>();
    for (Change change : review.changes()) {
      stacks.computeIfAbsent(change.stack(), stack -> new ArrayList<>()).add(change);
    }
    List<Part> parts = new ArrayList<>();
    stacks.forEach((stack, changes) -> parts.add(part(stack, changes)));
    return parts;
  }

  private static Part part(String stack, List<Change> changes) {
    Map<String, List<Change>> services = new LinkedHashMap<>();
    for (Change change : changes) {
      if (Folding.of(change) == null) {
        services
            .computeIfAbsent(TypeNames.service(change.type()), s -> new ArrayList<>())
            .add(change);
      }
    }
    List<Group> groups = new ArrayList<>();
    services.forEach((service, its) -> groups.add(new Group(service, its)));
    return new Part(stack, changes.size(), groups, Folding.fold(changes));
  }
}
