package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.review.CloudFormationDiff.Pair;
import io.stagegate.review.Tally.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Looks for every finding about one pair of templates in the review of the same pair. */
final class Findings {
  private final Pair pair;
  private final Review review;
  private final Tally tally;
  private final Map<String, Change> changes = new HashMap<>();
  private final Explanations explanations;

  Findings(Pair pair, Review review, Tally tally) {
    this.pair = pair;
    this.review = review;
    this.tally = tally;
    this.explanations = new Explanations(pair);
    review.changes().forEach(change -> changes.put(change.logicalId(), change));
  }

  void look(JsonNode found) {
    List<JsonNode> resources = Json.list(found.path("resources"));
    explanations.explain(resources);
    resources.forEach(this::resource);
    found.path("sections").forEach(section -> section(section.asText()));
  }

  private void resource(JsonNode found) {
    String id = found.path("id").asText();
    Change change = changes.get(id);
    String action = found.path("change").asText();
    if (change == null) {
      boolean cascade = told(review.risks(), RiskKind.CASCADE, id + " is written as before");
      count(
          "resources that follow a replacement", id, cascade ? Outcome.TOLD : explanations.any(id));
      return;
    }
    count("resources changed (" + action + ")", id, outcome(change.action().equals(action)));
    impact(found, change);
    for (JsonNode property : found.path("properties")) {
      String name = property.path("name").asText();
      boolean told = change.properties().stream().anyMatch(p -> Objects.equals(p.name(), name));
      count("properties changed", id + "/" + name, told ? Outcome.TOLD : explanations.of(id, name));
    }
    for (JsonNode other : found.path("others")) {
      count(
          "attributes changed",
          id + "/" + other.asText(),
          outcome(
              change.properties().stream().anyMatch(p -> p.attribute().equals(other.asText()))));
    }
    security(found.path("security"), change);
  }

  private void impact(JsonNode found, Change change) {
    String id = change.logicalId();
    String impact = found.path("impact").asText();
    if (impact.equals("WILL_ORPHAN")) {
      boolean kept =
          change.risks().stream().anyMatch(r -> r.why().contains("stays in the account"));
      boolean left = change.risks().stream().anyMatch(r -> r.why().contains("leaves the stack"));
      count("resources left behind", id, outcome(kept || left));
    } else if (impact.endsWith("_REPLACE")) {
      boolean retyped = change.risks().stream().anyMatch(r -> r.why().contains(" and becomes "));
      boolean may = impact.startsWith("MAY") && change.replacement() == Replacement.MAY;
      boolean told = retyped || may || change.replacement() == Replacement.WILL;
      count("resources replaced", id, told ? Outcome.TOLD : explanations.all(found));
    }
  }

  private void security(JsonNode security, Change change) {
    PolicyFindings policies = new PolicyFindings(pair, change);
    for (String kind :
        List.of(
            "statements",
            "managedPolicies",
            "permissionSets",
            "assignments",
            "attributes",
            "ingress",
            "egress")) {
      for (String way : List.of("added", "removed")) {
        for (JsonNode finding : security.path(kind).path(way)) {
          String where = change.logicalId() + " " + finding;
          tally.count(
              PolicyFindings.name(kind, way),
              pair.name() + " " + where,
              policies.outcome(kind, way, finding));
        }
      }
    }
  }

  /** Sections are told with their number, names beyond the fifth are not. */
  private void section(String section) {
    List<String> words = new ArrayList<>(List.of(section.split(": ", 2)));
    String name = words.getLast();
    String start =
        words.getFirst().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
            + words.getFirst().substring(1);
    Optional<Risk> told =
        review.risks().stream()
            .filter(
                risk ->
                    risk.why().startsWith(start)
                        || risk.why().startsWith(name)
                        || risk.why().contains("(" + start + ")"))
            .filter(
                risk ->
                    words.size() == 1 || risk.why().contains(name) || risk.why().contains(" more)"))
            .findFirst();
    count("entries of other sections changed", section, outcome(told.isPresent()));
  }

  static boolean told(List<Risk> risks, RiskKind kind, String part) {
    return risks.stream().anyMatch(risk -> risk.kind() == kind && risk.why().contains(part));
  }

  static Outcome outcome(boolean told) {
    return told ? Outcome.TOLD : Outcome.MISSED;
  }

  private void count(String what, String where, Outcome outcome) {
    tally.count(what, pair.name() + " " + where, outcome);
  }
}
