package io.stagegate.review.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * A statement's Condition: every clause must hold.
 *
 * @param clauses sorted
 */
public record Conditions(List<Clause> clauses) {
  static final Conditions NONE = new Conditions(List.of());

  public Conditions {
    clauses = List.copyOf(clauses);
  }

  static Conditions of(JsonNode condition) {
    List<Clause> clauses = new ArrayList<>();
    for (Map.Entry<String, JsonNode> operator : condition.properties()) {
      for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
        TreeSet<String> values = new TreeSet<>();
        for (JsonNode value : Texts.list(key.getValue())) {
          values.add(Texts.show(value));
        }
        clauses.add(new Clause(Operator.of(operator.getKey()), key.getKey(), List.copyOf(values)));
      }
    }
    clauses.sort((a, b) -> a.toString().compareTo(b.toString()));
    return new Conditions(clauses);
  }

  public boolean none() {
    return clauses.isEmpty();
  }

  /** The keys as written, sorted. */
  public List<String> keys() {
    return clauses.stream().map(Clause::key).distinct().sorted().toList();
  }

  /** True where some clause is about a key that ends so. */
  public boolean about(String ending) {
    return clauses.stream().anyMatch(c -> c.key().toLowerCase(Locale.ROOT).endsWith(ending));
  }

  /** True where they hold a principal of {@code *} to fixed places, networks or owners. */
  public boolean bounding() {
    return clauses.stream().anyMatch(Clause::bounds);
  }

  /** True where every request that fulfils {@code inner} fulfils these too. */
  boolean covers(Conditions inner) {
    return clauses.stream().allMatch(c -> inner.clauses.stream().anyMatch(c::impliedBy));
  }

  /**
   * How these are wider than others, in words that follow what may be done: {@code without the
   * condition on aws:SourceIp}.
   */
  public String widerThan(Conditions stricter) {
    List<String> words = new ArrayList<>();
    for (Clause was : stricter.clauses) {
      if (clauses.stream().anyMatch(was::impliedBy)) {
        continue;
      }
      List<String> beyond =
          clauses.stream().filter(was::sameKey).map(now -> now.beyond(was)).toList();
      String more = beyond.stream().filter(text -> !text.isEmpty()).findFirst().orElse("");
      words.add(
          beyond.isEmpty()
              ? "without the condition on " + was.key()
              : "under a wider condition on "
                  + was.key()
                  + (more.isEmpty() ? "" : " (" + more + ")"));
    }
    return String.join(" and ", words.stream().distinct().toList());
  }
}
