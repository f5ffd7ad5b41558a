package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.template.Template;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Computes a template's conditions; empty where a value they need is not known. */
final class ConditionValues {
  /** How many conditions one may need, one by way of the other. */
  private static final int DEEPEST = 16;

  private final Template template;
  private final Function<JsonNode, Resolver.Value> resolver;
  private final Map<String, Optional<Boolean>> values = new HashMap<>();
  private int open;

  ConditionValues(Template template, Function<JsonNode, Resolver.Value> resolver) {
    this.template = template;
    this.resolver = resolver;
  }

  /**
   * Computed once. Not known while it is being computed, and so in a circle, which CloudFormation
   * refuses, nor at the end of a long chain.
   */
  Optional<Boolean> named(String name) {
    if (values.containsKey(name) || open == DEEPEST) {
      return values.getOrDefault(name, Optional.empty());
    }
    values.put(name, Optional.empty());
    open++;
    Optional<Boolean> value = holds(template.conditions().path(name));
    open--;
    values.put(name, value);
    return value;
  }

  private Optional<Boolean> holds(JsonNode node) {
    if (node.size() != 1 || !node.isObject()) {
      return Optional.empty();
    }
    Map.Entry<String, JsonNode> only = node.properties().iterator().next();
    JsonNode argument = only.getValue();
    return switch (only.getKey()) {
      case "Condition" -> named(argument.asText());
      case "Fn::Equals" -> equal(argument);
      case "Fn::Not" -> holds(argument.path(0)).map(value -> !value);
      case "Fn::And" -> all(argument, true);
      case "Fn::Or" -> all(argument, false);
      default -> Optional.empty();
    };
  }

  private Optional<Boolean> equal(JsonNode argument) {
    Resolver.Value left = resolver.apply(argument.path(0));
    Resolver.Value right = resolver.apply(argument.path(1));
    if (!left.known() || !right.known() || hidden(left) || hidden(right)) {
      return Optional.empty();
    }
    return Optional.of(String.valueOf(Json.show(left.node())).equals(Json.show(right.node())));
  }

  private static boolean hidden(Resolver.Value value) {
    return value.node().asText().equals(Masking.HIDDEN);
  }

  /** And ({@code wanted} true) or Or (false): one part that differs from wanted decides. */
  private Optional<Boolean> all(JsonNode parts, boolean wanted) {
    boolean unknown = false;
    for (JsonNode part : parts) {
      Optional<Boolean> value = holds(part);
      if (value.isPresent() && value.get() != wanted) {
        return Optional.of(!wanted);
      }
      unknown |= value.isEmpty();
    }
    return unknown ? Optional.empty() : Optional.of(wanted);
  }
}
