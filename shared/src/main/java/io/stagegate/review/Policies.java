package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the policies of a resource stand in its properties, by type. */
final class Policies {
  /** Properties that hold one document. */
  private static final Map<String, List<String>> DOCUMENTS =
      Map.ofEntries(
          Map.entry("AWS::IAM::Policy", List.of("PolicyDocument")),
          Map.entry("AWS::IAM::ManagedPolicy", List.of("PolicyDocument")),
          Map.entry("AWS::IAM::RolePolicy", List.of("PolicyDocument")),
          Map.entry("AWS::IAM::UserPolicy", List.of("PolicyDocument")),
          Map.entry("AWS::IAM::GroupPolicy", List.of("PolicyDocument")),
          Map.entry("AWS::S3::BucketPolicy", List.of("PolicyDocument")),
          Map.entry("AWS::SQS::QueuePolicy", List.of("PolicyDocument")),
          Map.entry("AWS::SNS::TopicPolicy", List.of("PolicyDocument")),
          Map.entry("AWS::KMS::Key", List.of("KeyPolicy")),
          Map.entry("AWS::SecretsManager::ResourcePolicy", List.of("ResourcePolicy")),
          Map.entry("AWS::ECR::Repository", List.of("RepositoryPolicyText")),
          Map.entry("AWS::Logs::ResourcePolicy", List.of("PolicyDocument")),
          Map.entry("AWS::ApiGateway::RestApi", List.of("Policy")),
          Map.entry("AWS::DynamoDB::Table", List.of("ResourcePolicy/PolicyDocument")),
          Map.entry("AWS::EFS::FileSystem", List.of("FileSystemPolicy")));

  /** Types with a list of inline policies. */
  private static final List<String> INLINE =
      List.of(
          "AWS::IAM::Role",
          "AWS::IAM::User",
          "AWS::IAM::Group",
          "AWS::Serverless::Function",
          "AWS::Serverless::StateMachine");

  static final String TRUST = "AssumeRolePolicyDocument";

  private Policies() {}

  /** What the resource itself may do, or others may do with it. */
  static List<Statement> statements(String type, JsonNode body) {
    JsonNode properties = body.path("Properties");
    List<Statement> statements = new ArrayList<>();
    for (String path : DOCUMENTS.getOrDefault(type, List.of())) {
      statements.addAll(Statement.of(properties.at("/" + path)));
    }
    if (INLINE.contains(type)) {
      JsonNode policies = properties.path("Policies");
      for (JsonNode each : policies.isArray() ? policies : List.of(policies)) {
        statements.addAll(
            Statement.of(each.has("PolicyDocument") ? each.path("PolicyDocument") : each));
      }
    }
    return statements;
  }

  /** Who may take on the role. */
  static List<Statement> trust(JsonNode body) {
    return Statement.of(body.path("Properties").path(TRUST));
  }

  /** True for a type that exists to allow something. */
  static boolean grants(String type) {
    return type.startsWith("AWS::IAM::") || type.endsWith("Policy");
  }

  /** Names of top-level properties that say who may do what. */
  static boolean decides(String type, String property) {
    return property.equals(TRUST)
        || property.equals("ManagedPolicyArns")
        || INLINE.contains(type) && property.equals("Policies")
        || DOCUMENTS.getOrDefault(type, List.of()).stream().anyMatch(p -> p.startsWith(property));
  }
}
