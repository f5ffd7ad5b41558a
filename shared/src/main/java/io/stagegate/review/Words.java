package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** How people read CloudFormation's words. */
final class Words {
  /** What stands behind a risk that may turn out otherwise; {@link #UNCERTAIN} explains it. */
  static final String PERHAPS = "(not certain)";

  static final String UNCERTAIN =
      "Not certain: only the deployment decides it, or it is not told what was or will be.";

  /** So many names people read in one line. */
  private static final int SOME = 6;

  private Words() {}

  /** {@code added} for Add; an unknown action as it is. */
  static String past(String action) {
    return switch (action) {
      case "Add" -> "added";
      case "Modify" -> "modified";
      case "Remove" -> "removed";
      case "Import" -> "imported";
      case "Dynamic" -> "decided while deploying";
      case "SyncWithActual" -> "brought in line";
      case "" -> "not told";
      default -> action;
    };
  }

  /** One mark for lists in plain text. */
  static String mark(Change change) {
    return switch (change.action()) {
      case "Add" -> "+";
      case "Remove" -> "-";
      case "Modify" -> change.replacement() == Replacement.NONE ? "~" : "±";
      case "Import" -> ">";
      default -> "?";
    };
  }

  static String replacement(Replacement replacement) {
    return switch (replacement) {
      case NONE -> "";
      case MAY -> "may be replaced";
      case WILL -> "will be replaced";
    };
  }

  /** {@code 1 stack}, {@code 2 stacks}. */
  static String count(int number, String noun) {
    return number + " " + (number == 1 ? noun : plural(noun));
  }

  /** The counts of a review in one line. */
  static String totals(Review review) {
    Summary sum = review.summary();
    List<String> anew = new ArrayList<>();
    if (sum.replace() > 0) {
      anew.add(sum.replace() + " will be replaced");
    }
    if (sum.mayReplace() > 0) {
      anew.add(sum.mayReplace() + " may be replaced");
    }
    return sum.add()
        + " to add, "
        + sum.modify()
        + " to modify"
        + (anew.isEmpty() ? "" : " (" + String.join(", ", anew) + ")")
        + ", "
        + sum.remove()
        + " to remove"
        + (sum.imported() > 0 ? ", " + sum.imported() + " to import" : "")
        + (sum.dynamic() > 0 ? ", " + sum.dynamic() + " decided while deploying" : "")
        + (sum.sync() > 0 ? ", " + sum.sync() + " to bring in line" : "")
        + ", in "
        + count(sum.stacks(), "stack");
  }

  /** The first of the names, and how many more there are. */
  static String some(List<String> names) {
    int shown = names.size() <= SOME + 1 ? names.size() : SOME;
    String first = String.join(", ", names.subList(0, shown));
    return shown == names.size() ? first : first + " and " + (names.size() - shown) + " more";
  }

  /** {@code repositories} for repository, {@code keys} for key. */
  static String plural(String noun) {
    boolean ies = noun.endsWith("y") && "aeiou".indexOf(noun.charAt(noun.length() - 2)) < 0;
    return ies ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
  }

  /** A text or a list of texts as names: {@code Table} for {@code ${Table}}. */
  static List<String> names(JsonNode node) {
    return (node.isTextual() ? List.of(node.asText()) : Json.texts(node))
        .stream().map(Words::name).filter(name -> !name.isEmpty()).toList();
  }

  /** What a reference to a resource names; any other text as it is. */
  static String name(String text) {
    String shown = Marker.shown(text);
    if (shown == null) {
      return Marker.SHOWN;
    }
    return shown.startsWith("${") && shown.indexOf('}') == shown.length() - 1
        ? shown.substring(2, shown.length() - 1)
        : shown;
  }
}
