package io.stagegate.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What no template that Stagegate deploys may touch: Stagegate. Otherwise a push to dev could
 * rewrite the function that guards production, or the decisions it reads. Packages stay readable, a
 * target's functions are made from them.
 *
 * <p>Whole services are denied on purpose: an action AWS adds later is then denied too.
 */
record Untouchable(
    Stack stack, Storage storage, Audit audit, AuditKey auditKey, Secrets secrets, Api api) {

  PolicyStatement[] statements() {
    String functions = Names.ownFunctions(stack);
    return new PolicyStatement[] {
      Grants.deny(
          List.of(
              "apigateway:*",
              "cloudformation:*",
              "dynamodb:*",
              "lambda:*",
              "scheduler:*",
              "sqs:*",
              "states:*"),
          Names.httpApi(stack, api.id()),
          Names.ownStack(stack),
          storage.table().getTableArn(),
          storage.table().getTableArn() + "/*",
          audit.table().getTableArn(),
          audit.table().getTableArn() + "/*",
          functions,
          Names.ownSchedules(stack),
          Names.ownQueues(stack),
          Names.machine(stack, Workflows.BUILD),
          Names.machine(stack, Workflows.RELEASE)),
      // Whoever can silence these can do the rest unseen.
      Grants.deny(
          List.of("cloudwatch:*", "logs:*", "sns:*"),
          Names.ownAlarms(stack),
          Names.ownTopics(stack),
          Names.ownLogGroups(stack)),
      // A mapping's ARN does not tell whose it is; its function does.
      Grants.denyIf(
          Map.of("ArnLike", Map.of("lambda:FunctionArn", functions)),
          List.of(
              "lambda:CreateEventSourceMapping",
              "lambda:DeleteEventSourceMapping",
              "lambda:UpdateEventSourceMapping"),
          "*"),
      Grants.deny(
          List.of("secretsmanager:*"),
          secrets.apiToken().getSecretArn(),
          secrets.sessionKey().getSecretArn(),
          secrets.linkKey().getSecretArn(),
          Names.webhookSecrets(stack)),
      Grants.deny(
          List.of("s3:Delete*", "s3:Put*"),
          storage.packages().getBucketArn(),
          storage.packages().arnForObjects("*")),
      Grants.deny(List.of("s3:*"), audit.heads().getBucketArn(), audit.heads().arnForObjects("*")),
      Grants.deny(List.of("kms:*"), auditKey.arn()),
      Grants.deny(
          List.of("s3:*"), storage.reviews().getBucketArn(), storage.reviews().arnForObjects("*")),
      Grants.deny(List.of("iam:*"), Names.roles(stack, Names.own("*")))
    };
  }
}
