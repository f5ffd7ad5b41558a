package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sub, Join and Split. */
final class TextFunctions {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

  private final Function<JsonNode, Resolver.Value> resolver;
  private final ParameterValues parameters;

  TextFunctions(Function<JsonNode, Resolver.Value> resolver, ParameterValues parameters) {
    this.resolver = resolver;
    this.parameters = parameters;
  }

  Resolver.Value sub(JsonNode argument, JsonNode whole) {
    JsonNode text = argument.isArray() ? argument.path(0) : argument;
    if (!text.isTextual()) {
      return Resolver.Value.unknown(whole);
    }
    StringBuilder out = new StringBuilder();
    boolean known = true;
    Matcher matcher = VARIABLE.matcher(text.asText());
    while (matcher.find()) {
      String name = matcher.group(1).strip();
      if (name.startsWith("!")) {
        matcher.appendReplacement(out, Matcher.quoteReplacement("${" + name.substring(1) + "}"));
        continue;
      }
      JsonNode own = argument.path(1).path(name);
      Resolver.Value value = own.isMissingNode() ? parameters.ref(name) : resolver.apply(own);
      known &= value.known();
      matcher.appendReplacement(
          out, Matcher.quoteReplacement(String.valueOf(Json.show(value.node()))));
    }
    matcher.appendTail(out);
    return new Resolver.Value(TextNode.valueOf(out.toString()), known);
  }

  Resolver.Value join(JsonNode argument, JsonNode whole) {
    Resolver.Value list = resolver.apply(argument.path(1));
    if (!list.node().isArray() || !argument.path(0).isTextual()) {
      return Resolver.Value.unknown(whole);
    }
    List<String> parts = new ArrayList<>();
    list.node().forEach(each -> parts.add(String.valueOf(Json.show(each))));
    String text = String.join(argument.path(0).asText(), parts);
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
