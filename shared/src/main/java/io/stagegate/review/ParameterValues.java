package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stagegate.template.Template;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code Ref} gives: a parameter's value, a pseudo parameter, or a resource to come. */
final class ParameterValues {
  private final Template template;
  private final Map<String, String> given;
  private final Map<String, String> pseudo;

  ParameterValues(Template template, Map<String, String> given, Map<String, String> pseudo) {
    this.template = template;
    this.given = given;
    this.pseudo = pseudo;
  }

  Resolver.Value ref(String name) {
    if (name.equals("AWS::NoValue")) {
      return Resolver.Value.of(MissingNode.getInstance());
    }
    String known = pseudo.getOrDefault(name, given.get(name));
    JsonNode parameter = template.parameters().path(name);
    if (parameter.isObject()) {
      return Secrets.hidden(name, parameter)
          ? Resolver.Value.text(Masking.HIDDEN)
          : parameter(name, parameter, known);
    }
    return known != null && name.startsWith("AWS::")
        ? Resolver.Value.text(known)
        : Resolver.Value.unknown(TextNode.valueOf("${" + name + "}"));
  }

  private static Resolver.Value parameter(String name, JsonNode parameter, @Nullable String given) {
    String type = Json.text(parameter, "Type", "String");
    // Without a resolved value an SSM parameter type holds the name of the value, not the value.
    boolean ssm = type.startsWith("AWS::SSM::Parameter::Value");
    String value = given == null && !ssm ? Json.text(parameter, "Default") : given;
    if (value == null) {
      return Resolver.Value.unknown(TextNode.valueOf("${" + name + "}"));
    }
    if (type.contains("List<") || type.equals("CommaDelimitedList")) {
      ArrayNode list = Json.MAPPER.createArrayNode();
      for (String each : value.split(",", -1)) {
        list.add(each.strip());
      }
      return Resolver.Value.of(list);
    }
    return Resolver.Value.text(value);
  }
}
