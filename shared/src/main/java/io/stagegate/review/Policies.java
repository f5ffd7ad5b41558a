package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagegate.review.policy.Elements;
import io.stagegate.review.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the policies of a resource in its properties. A property is one by its name, or because its
 * value is a policy document, whatever the type.
 */
final class Policies {
  static final String TRUST = "AssumeRolePolicyDocument";
  static final String ENDPOINT = "AWS::EC2::VPCEndpoint";

  /**
   * What an endpoint lets through without a policy of its own.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Endpoint
   *     policies; the default one</a>
   */
  private static final JsonNode EVERYTHING =
      Json.parse(
          "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}}");

  /** Names of properties that hold one document, after the template reference. */
  private static final Set<String> DOCUMENTS =
      Set.of(
          "AccessPolicies",
          "AccessPolicy",
          "FileSystemPolicy",
          "InlinePolicy",
          "KeyPolicy",
          "NamespaceResourcePolicy",
          "PermissionsPolicyDocument",
          "Policy",
          "PolicyDocument",
          "RepositoryPolicyText",
          "ResourcePolicy",
          "ResourcePolicyDocument");

  /** Types with a list of inline policies. */
  private static final Set<String> INLINE =
      Set.of(
          "AWS::IAM::Role",
          "AWS::IAM::User",
          "AWS::IAM::Group",
          "AWS::Serverless::Function",
          "AWS::Serverless::StateMachine");

  /** Properties that name whom an identity's policy is attached to. */
  private static final Map<String, List<String>> HOLDERS =
      Map.of(
          "AWS::IAM::Policy", List.of("Roles", "Users", "Groups"),
          "AWS::IAM::RolePolicy", List.of("RoleName"),
          "AWS::IAM::UserPolicy", List.of("UserName"),
          "AWS::IAM::GroupPolicy", List.of("GroupName"));

  /** Properties that name what a policy is about or attached to. */
  private static final List<String> TARGETS =
      List.of(
          "Bucket",
          "Queues",
          "Queue",
          "Topics",
          "TopicArn",
          "SecretId",
          "FunctionName",
          "Roles",
          "Users",
          "Groups",
          "RoleName",
          "UserName",
          "GroupName",
          "ResourceArn",
          "EventBusName");

  private Policies() {}

  /** What the resource itself may do, or others may do with it. */
  static Policy of(String type, JsonNode properties) {
    Policy policy = Policy.EMPTY;
    for (Map.Entry<String, JsonNode> each : properties.properties()) {
      if (!each.getKey().equals(TRUST)) {
        policy = policy.and(document(type, each.getKey(), each.getValue()));
      }
    }
    if (type.equals(ENDPOINT) && !properties.has("PolicyDocument")) {
      policy = Policy.of(EVERYTHING);
    }
    for (ObjectNode statement : GrantingTypes.statements(type, properties)) {
      policy = policy.and(Policy.of(statement));
    }
    List<String> holders = holders(type, properties);
    return holders.isEmpty() ? policy : policy.heldBy(Elements.named(holders));
  }

  /** Who may take on the role. */
  static Policy trust(JsonNode properties) {
    return Policy.of(Marker.readable(properties.path(TRUST)));
  }

  /** True for a type that exists to allow something. */
  static boolean grants(String type) {
    return type.startsWith("AWS::IAM::") || type.endsWith("Policy") || type.endsWith("Permission");
  }

  /** Names of top-level properties that say who may do what. */
  static boolean decides(String type, String property) {
    return property.equals(TRUST)
        || property.equals("ManagedPolicyArns")
        || INLINE.contains(type) && property.equals("Policies")
        || DOCUMENTS.contains(property)
        || GrantingTypes.contains(type);
  }

  /** The names of roles, users and groups that have this policy; none where it doesn't say. */
  static List<String> holders(String type, JsonNode properties) {
    List<String> holders = new ArrayList<>();
    for (String property : HOLDERS.getOrDefault(type, List.of())) {
      holders.addAll(Words.names(properties.path(property)));
    }
    return holders;
  }

  /** The names of what a policy that is a resource of its own is about. */
  static List<String> targets(JsonNode properties) {
    return TARGETS.stream().flatMap(name -> Words.names(properties.path(name)).stream()).toList();
  }

  private static Policy document(String type, String name, JsonNode value) {
    if (INLINE.contains(type) && name.equals("Policies")) {
      return inline(Marker.readable(value));
    }
    if (name.equals("Body")) {
      return Policy.of(Marker.readable(value.path("x-amazon-apigateway-policy")));
    }
    return DOCUMENTS.contains(name) || looksLikeOne(value)
        ? Policy.of(Marker.readable(value))
        : Policy.EMPTY;
  }

  /** A list, or with SAM also one; names and SAM's policy templates are no documents. */
  private static Policy inline(JsonNode policies) {
    Policy all = Policy.EMPTY;
    for (JsonNode each : policies.isArray() ? policies : List.of(policies)) {
      if (each.has("PolicyDocument") || each.has("Statement") || each.has("Fn::If")) {
        all = all.and(Policy.of(each));
      }
    }
    return all;
  }

  private static boolean looksLikeOne(JsonNode value) {
    JsonNode tree =
        value.isTextual() && value.asText().contains("\"Statement\"")
            ? Json.parse(value.asText())
            : value;
    JsonNode statement = tree.path("Statement");
    return (statement.isArray() ? statement.path(0) : statement).has("Effect");
  }
}
