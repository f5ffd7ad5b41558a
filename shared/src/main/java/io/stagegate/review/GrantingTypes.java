package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * Types that are one statement each, written as properties of their own. Read as the service adds
 * them to the resource's policy.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html">AWS::Lambda::Permission</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-layerversionpermission.html">AWS::Lambda::LayerVersionPermission</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbuspolicy.html">AWS::Events::EventBusPolicy</a>
 */
final class GrantingTypes {
  private static final String LAMBDA = "AWS::Lambda::Permission";
  private static final String LAYER = "AWS::Lambda::LayerVersionPermission";
  private static final String BUS = "AWS::Events::EventBusPolicy";
  private static final Set<String> TYPES = Set.of(LAMBDA, LAYER, BUS);

  private GrantingTypes() {}

  static boolean contains(String type) {
    return TYPES.contains(type);
  }

  /** Documents with the one statement that the properties mean; none for any other type. */
  static List<ObjectNode> statements(String type, JsonNode properties) {
    if (!TYPES.contains(type) || !properties.isObject() || properties.has("Statement")) {
      return type.equals(BUS) && properties.has("Statement")
          ? List.of(document(Marker.readable(properties.path("Statement"))))
          : List.of();
    }
    JsonNode given = Marker.readable(properties);
    ObjectNode statement = Json.MAPPER.createObjectNode().put("Effect", "Allow");
    statement.set("Action", given.path("Action"));
    principal(statement, given.path("Principal"));
    switch (type) {
      case LAMBDA -> {
        statement.set("Resource", given.path("FunctionName"));
        condition(statement, "ArnLike", "aws:SourceArn", given.path("SourceArn"));
        condition(statement, "StringEquals", "aws:SourceAccount", given.path("SourceAccount"));
        condition(statement, "StringEquals", "aws:PrincipalOrgID", given.path("PrincipalOrgID"));
        String token = "lambda:EventSourceToken";
        condition(statement, "StringEquals", token, given.path("EventSourceToken"));
        String url = "lambda:FunctionUrlAuthType";
        condition(statement, "StringEquals", url, given.path("FunctionUrlAuthType"));
      }
      case LAYER -> {
        statement.set("Resource", given.path("LayerVersionArn"));
        condition(statement, "StringEquals", "aws:PrincipalOrgID", given.path("OrganizationId"));
      }
      default -> {
        JsonNode condition = given.path("Condition");
        condition(
            statement,
            condition.path("Type").asText("StringEquals"),
            condition.path("Key").asText("aws:PrincipalOrgID"),
            condition.path("Value"));
      }
    }
    return List.of(document(statement));
  }

  private static ObjectNode document(JsonNode statement) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.set("Statement", statement);
    return document;
  }

  /** A service by its name, anybody, else an account or an ARN. */
  private static void principal(ObjectNode statement, JsonNode principal) {
    String text = principal.asText();
    if (text.equals("*")) {
      statement.put("Principal", "*");
    } else {
      String kind = text.endsWith(".amazonaws.com") ? "Service" : "AWS";
      statement.putObject("Principal").set(kind, principal);
    }
  }

  private static void condition(ObjectNode statement, String operator, String key, JsonNode value) {
    if (!value.isMissingNode() && !value.isNull()) {
      statement.withObjectProperty("Condition").withObjectProperty(operator).set(key, value);
    }
  }
}
