package io.stagegate.review;

import io.stagegate.review.StatefulTypes.Stateful;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one sentence over a review: how much changes, and the worst of it. */
final class Headline {
  private static final int PARTS = 2;
  private static final List<String> ACTIONS = List.of("Add", "Modify", "Remove", "Import");

  /**
   * What is said of one or several changes.
   *
   * @param one how it goes on behind "1"
   * @param many how it goes on behind a larger number
   */
  private record Phrase(RiskKind kind, String one, String many) {
    String of(int times) {
      return times + " " + (times == 1 ? one : many);
    }
  }

  private Headline() {}

  /**
   * The sentence, without a full stop.
   *
   * @param target what people call the place that changes
   * @param risks those of the review as a whole
   */
  static String of(String target, List<Change> changes, List<Risk> risks) {
    if (changes.isEmpty()) {
      boolean hidden =
          risks.stream().anyMatch(r -> r.kind() == RiskKind.HIDDEN && r.level() != RiskLevel.NONE);
      return hidden
          ? "No resource of " + target + " is written differently, but what some are made from is"
          : "Nothing to change in " + target;
    }
    boolean whole =
        risks.stream()
            .noneMatch(r -> r.kind() == RiskKind.INCOMPLETE && r.level() == RiskLevel.HIGH);
    List<String> worst = worst(changes);
    return (whole ? "" : "At least ")
        + Words.count(changes.size(), "change")
        + " to "
        + target
        + ": "
        + String.join("; ", worst.isEmpty() ? List.of(plain(changes)) : worst);
  }

  private static List<String> worst(List<Change> changes) {
    Map<Phrase, Integer> phrases = new LinkedHashMap<>();
    for (Change change : changes) {
      change.risks().stream()
          .filter(risk -> risk.level() == RiskLevel.HIGH)
          .findFirst()
          .ifPresent(risk -> phrases.merge(phrase(change, risk), 1, Integer::sum));
    }
    List<String> worst = new ArrayList<>();
    int rest = 0;
    for (Phrase phrase :
        phrases.keySet().stream().sorted(Comparator.comparing(Phrase::kind)).toList()) {
      int times = phrases.getOrDefault(phrase, 0);
      if (worst.size() < PARTS) {
        worst.add(phrase.of(times));
      } else {
        rest += times;
      }
    }
    if (rest > 0) {
      worst.add(Words.count(rest, "more change") + " of high risk");
    }
    return worst;
  }

  private static Phrase phrase(Change change, Risk risk) {
    RiskKind kind = risk.kind();
    return switch (kind) {
      case DATA_LOSS -> lost(change, risk);
      case PERMISSION -> new Phrase(kind, "change widens permissions", "changes widen permissions");
      case PUBLIC_ACCESS ->
          new Phrase(kind, "resource opens to more callers", "resources open to more callers");
      case ENCRYPTION -> new Phrase(kind, "resource loses encryption", "resources lose encryption");
      case DOWNTIME ->
          new Phrase(kind, "resource may stop answering", "resources may stop answering");
      case PROTECTION ->
          new Phrase(kind, "resource loses its protection", "resources lose their protection");
      case UNKNOWN -> new Phrase(kind, "change is not known here", "changes are not known here");
      case REMOVAL, REPLACEMENT, CASCADE, COST, HIDDEN, DRIFT, HOOK, INCOMPLETE, IMPORT ->
          new Phrase(kind, "change needs a close look", "changes need a close look");
    };
  }

  private static Phrase lost(Change change, Risk risk) {
    Stateful stateful = StatefulTypes.of(change.type());
    boolean retyped =
        change.properties().stream().anyMatch(property -> property.attribute().equals("Type"));
    if (stateful == null || retyped) {
      String end = " type, which CloudFormation refuses";
      return new Phrase(risk.kind(), "resource changes its" + end, "resources change their" + end);
    }
    String noun = stateful.noun();
    boolean remove = change.action().equals("Remove");
    boolean will = remove || change.replacement() == Replacement.WILL;
    String goes = (will ? " will be " : " may be ") + (remove ? "removed" : "replaced");
    String lost = will && !risk.certain() ? " data may be lost" : " data lost";
    String link = will && !risk.certain() ? ", " : " and ";
    return new Phrase(
        risk.kind(),
        noun + goes + link + "its" + lost,
        Words.plural(noun) + goes + link + "their" + lost);
  }

  private static String plain(List<Change> changes) {
    Map<String, Integer> actions = new LinkedHashMap<>();
    ACTIONS.forEach(action -> actions.put(action, 0));
    int will = 0;
    int may = 0;
    for (Change change : changes) {
      actions.merge(change.action(), 1, Integer::sum);
      will += change.replacement() == Replacement.WILL ? 1 : 0;
      may += change.replacement() == Replacement.MAY ? 1 : 0;
    }
    List<String> parts = new ArrayList<>();
    int replaced = will;
    int perhaps = may;
    actions.forEach(
        (action, times) -> {
          if (times > 0) {
            parts.add(times + " " + Words.past(action) + anew(action, times, replaced, perhaps));
          }
        });
    return String.join(", ", parts);
  }

  private static String anew(String action, int times, int will, int may) {
    if (!action.equals("Modify") || will + may == 0) {
      return "";
    }
    if (times == 1) {
      return will == 1 ? " (will be replaced)" : " (may be replaced)";
    }
    String replaced = will == 0 ? "" : will + " will be replaced";
    String perhaps = may == 0 ? "" : may + " may be replaced";
    return " (" + replaced + (will > 0 && may > 0 ? ", " : "") + perhaps + ")";
  }
}
