package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stagegate.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Computes a template's functions as far as its parameters, mappings and conditions allow. What
 * only the deployment knows stays a reference such as {@code ${Table.Arn}} and is not known.
 */
final class Resolver {
  /** A computed value: missing for {@code AWS::NoValue}. */
  record Value(JsonNode node, boolean known) {
    static Value of(JsonNode node) {
      return new Value(node, true);
    }

    static Value text(String text) {
      return of(TextNode.valueOf(text));
    }

    static Value unknown(JsonNode node) {
      return new Value(node, false);
    }
  }

  private final Template template;
  private final ParameterValues parameters;
  private final ConditionValues conditions;
  private final TextFunctions texts;
  private final TextBudget budget = new TextBudget();

  Resolver(Template template, Map<String, String> given, Map<String, String> pseudo) {
    this.template = template;
    this.parameters = new ParameterValues(template, given, pseudo);
    this.conditions = new ConditionValues(template, this::resolve);
    this.texts = new TextFunctions(this::resolve, parameters, budget);
  }

  /** Whether a condition holds; empty where that can't be told. */
  java.util.Optional<Boolean> condition(String name) {
    return conditions.named(name);
  }

  Value resolve(JsonNode node) {
    if (node.isArray()) {
      return list(node);
    }
    if (!node.isObject()) {
      return Value.of(node);
    }
    if (node.size() == 1) {
      Map.Entry<String, JsonNode> only = node.properties().iterator().next();
      String name = only.getKey();
      if (name.equals("Ref") || name.startsWith("Fn::")) {
        Value value = function(name, only.getValue(), node);
        return budget.takes(value.node()) ? value : Value.unknown(node);
      }
    }
    return object(node);
  }

  private Value list(JsonNode node) {
    ArrayNode list = Json.MAPPER.createArrayNode();
    boolean known = true;
    for (JsonNode each : node) {
      Value value = resolve(each);
      known &= value.known();
      if (!value.node().isMissingNode()) {
        list.add(value.node());
      }
    }
    return new Value(list, known);
  }

  private Value object(JsonNode node) {
    ObjectNode object = Json.MAPPER.createObjectNode();
    boolean known = true;
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      Value value = resolve(member.getValue());
      known &= value.known();
      if (!value.node().isMissingNode()) {
        object.set(member.getKey(), value.node());
      }
    }
    return new Value(object, known);
  }

  private Value function(String name, JsonNode argument, JsonNode whole) {
    return switch (name) {
      case "Ref" -> parameters.ref(argument.asText());
      case "Fn::GetAtt" -> getAtt(argument);
      case "Fn::Sub" -> texts.sub(argument, whole);
      case "Fn::Join" -> texts.join(argument, whole);
      case "Fn::Split" -> texts.split(argument, whole);
      case "Fn::Select" -> select(argument, whole);
      case "Fn::FindInMap" -> findInMap(argument, whole);
      case "Fn::If" -> choose(argument, whole);
      case "Fn::Base64" -> resolve(argument);
      case "Fn::Length" -> length(argument, whole);
      case "Fn::ToJsonString" -> {
        Value value = resolve(argument);
        yield new Value(TextNode.valueOf(value.node().toString()), value.known());
      }
      default -> Value.unknown(whole);
    };
  }

  private static Value getAtt(JsonNode argument) {
    List<String> parts = new ArrayList<>(Json.texts(argument));
    if (parts.isEmpty() && argument.isTextual()) {
      parts.add(argument.asText());
    }
    return Value.unknown(TextNode.valueOf("${" + String.join(".", parts) + "}"));
  }

  private Value select(JsonNode argument, JsonNode whole) {
    Value index = resolve(argument.path(0));
    Value list = resolve(argument.path(1));
    int at = index.known() ? index.node().asInt(-1) : -1;
    JsonNode chosen = list.node().path(at);
    return chosen.isMissingNode() || !list.known() ? Value.unknown(whole) : Value.of(chosen);
  }

  private Value findInMap(JsonNode argument, JsonNode whole) {
    JsonNode found = template.mappings();
    for (int i = 0; i < 3; i++) {
      Value key = resolve(argument.path(i));
      found = key.known() ? found.path(key.node().asText()) : MissingNode.getInstance();
    }
    JsonNode fallback = argument.path(3).path("DefaultValue");
    if (found.isMissingNode() && !fallback.isMissingNode()) {
      return new Value(resolve(fallback).node(), false);
    }
    return found.isMissingNode() ? Value.unknown(whole) : Value.of(found);
  }

  private Value choose(JsonNode argument, JsonNode whole) {
    return conditions
        .named(argument.path(0).asText())
        .map(holds -> resolve(argument.path(holds ? 1 : 2)))
        .orElseGet(() -> Value.unknown(whole));
  }

  private Value length(JsonNode argument, JsonNode whole) {
    Value list = resolve(argument);
    return list.known() && list.node().isArray()
        ? Value.of(Json.MAPPER.getNodeFactory().numberNode(list.node().size()))
        : Value.unknown(whole);
  }
}
