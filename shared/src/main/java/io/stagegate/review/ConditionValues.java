package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.template.Template;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Computes a template's conditions; empty where a value they need is not known. */
final class ConditionValues {
  private final Template template;
  private final Function<JsonNode, Resolver.Value> resolver;
  private final Set<String> open = new HashSet<>();

  ConditionValues(Template template, Function<JsonNode, Resolver.Value> resolver) {
    this.template = template;
    this.resolver = resolver;
  }

  Optional<Boolean> named(String name) {
    JsonNode condition = template.conditions().path(name);
    if (condition.isMissingNode() || !open.add(name)) {
      return Optional.empty();
    }
    try {
      return holds(condition);
    } finally {
      open.remove(name);
    }
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
