package io.stagegate.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.Bucket;

/** The statements policies are made of, written out so that each action is there on purpose. */
final class Grants {

  private Grants() {}

  static PolicyStatement allow(List<String> actions, String... resources) {
    return PolicyStatement.Builder.create()
        .effect(Effect.ALLOW)
        .actions(actions)
        .resources(List.of(resources))
        .build();
  }

  static PolicyStatement allowIf(
      Map<String, Map<String, Object>> conditions, List<String> actions, String... resources) {
    PolicyStatement statement = allow(actions, resources);
    conditions.forEach(statement::addCondition);
    return statement;
  }

  static PolicyStatement denyIf(
      Map<String, Map<String, Object>> conditions, List<String> actions, String... resources) {
    PolicyStatement statement = deny(actions, resources);
    conditions.forEach(statement::addCondition);
    return statement;
  }

  static PolicyStatement deny(List<String> actions, String... resources) {
    return PolicyStatement.Builder.create()
        .effect(Effect.DENY)
        .actions(actions)
        .resources(List.of(resources))
        .build();
  }

  /** For a resource's own policy: nobody may, whatever their policies say. */
  static PolicyStatement denyEverybody(List<String> actions, String... resources) {
    PolicyStatement statement = deny(actions, resources);
    statement.addAnyPrincipal();
    return statement;
  }

  /** Reading and writing items, in transactions too; neither scans nor anything of the table. */
  static PolicyStatement items(Table table) {
    return allow(
        List.of(
            "dynamodb:BatchGetItem",
            "dynamodb:ConditionCheckItem",
            "dynamodb:DeleteItem",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:UpdateItem"),
        table.getTableArn());
  }

  /** Without it S3 answers 403 instead of 404 for an object that is not there. */
  static PolicyStatement list(Bucket bucket) {
    return allow(List.of("s3:ListBucket"), bucket.getBucketArn());
  }
}
