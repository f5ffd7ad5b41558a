package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sub, Join and Split. */
final class TextFunctions {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

  private final Function<JsonNode, Resolver.Value> resolver;
  private final ParameterValues parameters;
  private final TextBudget budget;

  TextFunctions(
      Function<JsonNode, Resolver.Value> resolver, ParameterValues parameters, TextBudget budget) {
    this.resolver = resolver;
    this.parameters = parameters;
    this.budget = budget;
  }

  Resolver.Value sub(JsonNode argument, JsonNode whole) {
    JsonNode text = argument.isArray() ? argument.path(0) : argument;
    if (!text.isTextual()) {
      return Resolver.Value.unknown(whole);
    }
    StringBuilder out = new StringBuilder();
    boolean known = true;
    Map<String, Resolver.Value> values = new HashMap<>();
    // Behind the last brace that closes there is nothing to find, however many open.
    int end = text.asText().lastIndexOf('}') + 1;
    Matcher matcher = VARIABLE.matcher(text.asText()).region(0, end);
    while (matcher.find()) {
      String name = matcher.group(1).strip();
      if (name.startsWith("!")) {
        matcher.appendReplacement(out, Matcher.quoteReplacement("${" + name.substring(1) + "}"));
        continue;
      }
      Resolver.Value value = values.computeIfAbsent(name, each -> variable(each, argument.path(1)));
      known &= value.known();
      String shown = String.valueOf(Json.show(value.node()));
      if (!budget.takes(shown.length())) {
        return Resolver.Value.unknown(whole);
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(shown));
    }
    matcher.appendTail(out);
    return new Resolver.Value(TextNode.valueOf(out.toString()), known);
  }

  private Resolver.Value variable(String name, JsonNode own) {
    return own.has(name) ? resolver.apply(own.path(name)) : parameters.ref(name);
  }

  Resolver.Value join(JsonNode argument, JsonNode whole) {
    Resolver.Value list = resolver.apply(argument.path(1));
    String separator = argument.path(0).asText();
    if (!list.node().isArray()
        || !argument.path(0).isTextual()
        || !budget.takes((long) separator.length() * list.node().size())) {
      return Resolver.Value.unknown(whole);
    }
    List<String> parts = new ArrayList<>();
    list.node().forEach(each -> parts.add(String.valueOf(Json.show(each))));
    String text = String.join(separator, parts);
    return new Resolver.Value(TextNode.valueOf(text), list.known());
  }

  Resolver.Value split(JsonNode argument, JsonNode whole) {
    Resolver.Value text = resolver.apply(argument.path(1));
    String separator = argument.path(0).asText();
    if (!text.known() || !text.node().isTextual() || separator.isEmpty()) {
      return Resolver.Value.unknown(whole);
    }
    ArrayNode list = Json.MAPPER.createArrayNode();
    for (String part : text.node().asText().split(Pattern.quote(separator), -1)) {
      list.add(part);
    }
    return Resolver.Value.of(list);
  }
}
