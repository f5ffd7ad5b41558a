package io.stagegate.review;

import io.stagegate.review.StatefulTypes.Stateful;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one sentence over a review: how much changes, and the worst of it. */
final class Headline {
  private static final int PARTS = 2;

  private Headline() {}

  static String of(String target, List<Change> changes) {
    if (changes.isEmpty()) {
      return "Nothing to change in " + target;
    }
    String start = count(changes.size(), "change") + " to " + target + ": ";
    List<String> worst = worst(changes);
    return start + String.join("; ", worst.isEmpty() ? plain(changes) : worst);
  }

  private static List<String> worst(List<Change> changes) {
    Map<String, Integer> phrases = new LinkedHashMap<>();
    for (Change change : changes) {
      change.risks().stream()
          .filter(risk -> risk.level() == RiskLevel.HIGH)
          .findFirst()
          .ifPresent(risk -> phrases.merge(phrase(change, risk), 1, Integer::sum));
    }
    List<String> worst = new ArrayList<>();
    phrases.forEach((phrase, times) -> worst.add(filled(phrase, times)));
    if (worst.size() > PARTS) {
      int rest = worst.size() - PARTS;
      return List.of(worst.get(0), worst.get(1), count(rest, "more high risk"));
    }
    return worst;
  }

  /** Singular and plural, apart by a bar. */
  private static String phrase(Change change, Risk risk) {
    return switch (risk.kind()) {
      case DATA_LOSS -> lost(change, risk);
      case PERMISSION -> "change widens permissions|changes widen permissions";
      case PUBLIC_ACCESS -> "resource opens to more callers|resources open to more callers";
      case ENCRYPTION -> "resource loses encryption|resources lose encryption";
      case DOWNTIME -> "resource may stop answering|resources may stop answering";
      case UNKNOWN -> "change is not known here|changes are not known here";
      case REMOVAL,
          REPLACEMENT,
          CASCADE,
          COST,
          PROTECTION,
          HIDDEN,
          DRIFT,
          HOOK,
          INCOMPLETE,
          IMPORT ->
          "change needs a close look|changes need a close look";
    };
  }

  private static String lost(Change change, Risk risk) {
    Stateful stateful = StatefulTypes.of(change.type());
    String noun = stateful == null ? "resource" : stateful.noun();
    String nouns = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    boolean remove = change.action().equals("Remove");
    boolean will = remove || change.replacement() == Replacement.WILL;
    String goes = (will ? " will be " : " may be ") + (remove ? "removed" : "replaced");
    String lost = will && !risk.certain() ? " data may be lost" : " data lost";
    String link = will && !risk.certain() ? ", " : " and ";
    return noun + goes + link + "its" + lost + "|" + nouns + goes + link + "their" + lost;
  }

  private static String filled(String phrase, int times) {
    String[] forms = phrase.split("\\|");
    return times + " " + forms[times == 1 ? 0 : 1];
  }

  private static List<String> plain(List<Change> changes) {
    List<String> parts = new ArrayList<>();
    Map<String, Integer> actions = new LinkedHashMap<>();
    for (String action : List.of("Add", "Modify", "Remove", "Import")) {
      actions.put(action, 0);
    }
    for (Change change : changes) {
      actions.merge(change.action(), 1, Integer::sum);
    }
    actions.forEach(
        (action, times) -> {
          if (times > 0) {
            parts.add(times + " " + Words.past(action));
          }
        });
    return List.of(String.join(", ", parts));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
