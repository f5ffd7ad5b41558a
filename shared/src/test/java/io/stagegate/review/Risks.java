package io.stagegate.review;

import io.stagegate.template.Template;
import java.util.List;
import java.util.stream.Stream;

/** What is said of one change of a resource R. */
final class Risks {
  static final String NONE = "-";

  private Risks() {}

  /** Its Properties before and after in YAML ("-": it is not there). */
  static List<Risk> of(String type, String before, String after) {
    return in(type, before, after, "");
  }

  /** Like of, with other resources of both templates, which do not change. */
  static List<Risk> in(String type, String before, String after, String others) {
    String action = before.equals(NONE) ? "Add" : after.equals(NONE) ? "Remove" : "Modify";
    String change =
        "{'Action':'"
            + action
            + "','LogicalResourceId':'R','ResourceType':'"
            + type
            + "','PolicyAction':'Delete'}";
    return Reviews.of(
            Reviews.answer(change),
            StackTemplates.of(template(type, before, others), template(type, after, others)))
        .changes()
        .getFirst()
        .risks();
  }

  /** As {@code KIND LEVEL why}; a question mark stands after the level of what is not certain. */
  static List<String> words(List<Risk> risks) {
    return risks.stream().map(Risks::words).toList();
  }

  /** Like words, of these kinds alone. */
  static List<String> words(List<Risk> risks, RiskKind... kinds) {
    return risks.stream().filter(r -> List.of(kinds).contains(r.kind())).map(Risks::words).toList();
  }

  /** Sentences of a table's cell, {@code ;;} between them. */
  static List<String> expected(String cell) {
    return cell.equals(NONE) ? List.of() : Stream.of(cell.split(";;")).map(String::strip).toList();
  }

  private static String words(Risk risk) {
    return risk.kind() + " " + risk.level() + (risk.certain() ? " " : "? ") + risk.why();
  }

  private static Template template(String type, String properties, String others) {
    String resource =
        properties.equals(NONE)
            ? ""
            : "  R:\n    Type: " + type + "\n    Properties: " + properties + "\n";
    return Reviews.template("Resources:\n  Other: {Type: T}\n" + resource + others);
  }
}
