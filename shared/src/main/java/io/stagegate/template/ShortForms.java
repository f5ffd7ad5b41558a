package io.stagegate.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The YAML tags by which CloudFormation writes its functions in short.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html">Intrinsic
 *     function reference</a>
 */
final class ShortForms {
  private static final Set<String> FUNCTIONS =
      Set.of(
          "And",
          "Base64",
          "Cidr",
          "Contains",
          "EachMemberEquals",
          "EachMemberIn",
          "Equals",
          "FindInMap",
          "GetAtt",
          "GetAZs",
          "GetStackOutput",
          "If",
          "ImportValue",
          "Join",
          "Length",
          "Not",
          "Or",
          "RefAll",
          "Select",
          "Split",
          "Sub",
          "ToJsonString",
          "Transform",
          "ValueOf",
          "ValueOfAll");

  private ShortForms() {}

  /** The long name of a tag such as {@code !Sub}, or null when it is no function. */
  static @Nullable String longName(String tag) {
    String name = tag.startsWith("!") ? tag.substring(1) : tag;
    if (name.equals("Ref") || name.equals("Condition")) {
      return name;
    }
    return FUNCTIONS.contains(name) ? "Fn::" + name : null;
  }

  /** The function in its long form; {@code A.B.C} of GetAtt becomes {@code ["A", "B.C"]}. */
  static ObjectNode apply(String longName, JsonNode argument) {
    JsonNode value = argument;
    if (longName.equals("Fn::GetAtt") && argument.isTextual()) {
      String text = argument.asText();
      int dot = text.indexOf('.');
      if (dot > 0) {
        value =
            JsonNodeFactory.instance
                .arrayNode()
                .add(text.substring(0, dot))
                .add(text.substring(dot + 1));
      }
    }
    ObjectNode function = JsonNodeFactory.instance.objectNode();
    function.set(longName, value);
    return function;
  }
}
