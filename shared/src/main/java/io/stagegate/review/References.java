package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a part of a template refers to by name: resources, parameters, conditions, mappings. */
final class References {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^!}.]{1,255})(\\.[^}]*)?}");

  private References() {}

  static Set<String> in(JsonNode node) {
    Set<String> names = new TreeSet<>();
    collect(node, names);
    return names;
  }

  private static void collect(JsonNode node, Set<String> names) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              member -> {
                named(member.getKey(), member.getValue(), names);
                collect(member.getValue(), names);
              });
    } else {
      node.forEach(each -> collect(each, names));
    }
  }

  private static void named(String function, JsonNode argument, Set<String> names) {
    switch (function) {
      case "Ref", "Condition" -> names.add(argument.asText());
      case "Fn::GetAtt" -> names.add(first(argument).replaceFirst("\\..*", ""));
      case "Fn::If", "Fn::FindInMap" -> names.add(first(argument));
      case "Fn::Sub" -> {
        Matcher matcher = VARIABLE.matcher(first(argument));
        while (matcher.find()) {
          names.add(matcher.group(1).strip());
        }
      }
      default -> {
        // No other member of an object names anything.
      }
    }
  }

  private static String first(JsonNode argument) {
    return (argument.isArray() ? argument.path(0) : argument).asText();
  }
}
