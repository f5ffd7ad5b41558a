package io.stagegate.infra;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What no template that Stagegate deploys may touch: Stagegate. Otherwise a push to dev could
 * rewrite the function that guards production. Packages stay readable, a target's functions are
 * made from them.
 */
record Untouchable(Stack stack, Storage storage, Intake intake, Secrets secrets) {

  PolicyStatement[] statements() {
    return new PolicyStatement[] {
      Grants.deny(
          List.of("cloudformation:*", "dynamodb:*", "lambda:*", "sqs:*", "states:*"),
          Names.ownStack(stack),
          storage.table().getTableArn(),
          Names.ownFunctions(stack),
          intake.queue().getQueueArn(),
          Names.machine(stack, Workflows.BUILD),
          Names.machine(stack, Workflows.RELEASE)),
      Grants.deny(
          List.of("secretsmanager:*"),
          secrets.apiToken().getSecretArn(),
          secrets.sessionKey().getSecretArn(),
          Names.webhookSecrets(stack)),
      Grants.deny(
          List.of("s3:Delete*", "s3:Put*"),
          storage.packages().getBucketArn(),
          storage.packages().arnForObjects("*")),
      Grants.deny(
          List.of("s3:*"), storage.reviews().getBucketArn(), storage.reviews().arnForObjects("*")),
      Grants.deny(List.of("iam:*"), Names.roles(stack, Names.own("*")))
    };
  }
}
