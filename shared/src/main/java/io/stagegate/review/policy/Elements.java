package io.stagegate.review.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Reads the three elements of a statement that say who, what and on what. */
public final class Elements {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

  /** What only the deployment knows, as the words of a template or of a change set. */
  private static final String UNKNOWN = "(known after deployment)";

  private Elements() {}

  /** An element of these principals, as people call them. */
  public static Element named(List<String> names) {
    return element(names.stream().map(name -> new Term(name, escaped(name), true)).toList(), false);
  }

  static Element actions(JsonNode statement) {
    return read(
        statement, "Action", (kind, text) -> new Term(text, text.toLowerCase(Locale.ROOT), true));
  }

  static Element resources(JsonNode statement) {
    return read(statement, "Resource", (kind, text) -> new Term(text, text, true));
  }

  /** An account's number means the same as the ARN of its root. */
  static Element principals(JsonNode statement) {
    return read(statement, "Principal", Elements::principal);
  }

  private static Term principal(String kind, String text) {
    if (text.equals("*") && (kind.isEmpty() || kind.equals("AWS"))) {
      return Term.ANY;
    }
    String arn = ACCOUNT.matcher(text).matches() ? "arn:aws:iam::" + text + ":root" : text;
    // A principal's ARN reads no wildcards.
    return new Term(text, escaped((kind.isEmpty() ? "AWS" : kind) + ":" + arn), true);
  }

  private static Element read(
      JsonNode statement, String name, BiFunction<String, String, Term> of) {
    boolean not = statement.has("Not" + name);
    JsonNode node = statement.path(not ? "Not" + name : name);
    if (node.isMissingNode()) {
      return Element.ABSENT;
    }
    List<Term> terms = new ArrayList<>();
    boolean kinds = node.isObject() && !function(node);
    if (kinds) {
      for (Map.Entry<String, JsonNode> kind : node.properties()) {
        add(kind.getKey(), kind.getValue(), of, terms);
      }
    } else {
      add("", node, of, terms);
    }
    return element(terms, not);
  }

  private static Element element(List<Term> terms, boolean not) {
    return new Element(
        true,
        not,
        terms.stream()
            .sorted(Comparator.comparing(Term::text).thenComparing(Term::key))
            .distinct()
            .toList());
  }

  private static void add(
      String kind, JsonNode node, BiFunction<String, String, Term> of, List<Term> terms) {
    for (JsonNode each : Texts.list(node)) {
      if (each.has("Fn::If")) {
        // Either may be it: both are read, neither is certain.
        List<Term> either = new ArrayList<>();
        add(kind, each.path("Fn::If").path(1), of, either);
        add(kind, each.path("Fn::If").path(2), of, either);
        either.forEach(term -> terms.add(unknown(term)));
      } else if (each.isContainerNode()) {
        if (!each.path("Ref").asText().equals("AWS::NoValue")) {
          String text = Texts.show(each);
          terms.add(new Term(text, escaped(text), false));
        }
      } else if (!each.isMissingNode() && !each.isNull()) {
        Term term = of.apply(kind, each.asText());
        terms.add(term.text().contains(UNKNOWN) ? unknown(term) : term);
      }
    }
  }

  private static Term unknown(Term term) {
    return new Term(term.text(), term.key(), false);
  }

  private static boolean function(JsonNode node) {
    if (node.size() != 1) {
      return false;
    }
    String name = node.fieldNames().next();
    return name.equals("Ref") || name.startsWith("Fn::");
  }

  /** No wildcard is left in it. */
  private static String escaped(String text) {
    return text.replace('*', '∗').replace('?', '﹖');
  }
}
