package io.stagegate.infra;

import software.constructs.IConstruct;

/** The wildcards that policies hold, each with why nothing narrower does. */
enum Wildcard {
  TRACING("*", "X-Ray has no resources to name: AWS takes its two writing actions on * only."),
  TRACING_AND_LOG_DELIVERY(
      "*",
      "Neither X-Ray nor CloudWatch's log delivery has resources to name: AWS takes these actions"
          + " on * only."),
  PACKAGES("<Packages.Arn>/*", "A package is named by its hash, known when it is made."),
  REVIEWS("<Reviews.Arn>/*", "A review is named by its digest, known when it is made."),
  HEADS("<AuditHeads.Arn>/*", "A signed head is named by its chain and number."),
  WEBHOOK_SECRETS(
      "arn:<AWS::Partition>:secretsmanager:<AWS::Region>:<AWS::AccountId>:secret:"
          + "<AWS::StackName>/webhook/*",
      "Projects are added while Stagegate runs, each with a secret under this prefix."),
  STACKS(
      "arn:<AWS::Partition>:cloudformation:<AWS::Region>:<AWS::AccountId>:stack/*/*",
      "Targets are added while Stagegate runs and their stacks are named PROJECT-STAGE-SERVICE, of"
          + " which nothing is fixed. Stagegate's own stack is denied, and what happens to a stack"
          + " is held by the deploy role the change set must name."),
  EXECUTIONS(
      "arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:"
          + "<AWS::StackName>-release:*",
      "An execution is named after its release, known when it is asked for."),
  TRANSFORMS(
      "arn:<AWS::Partition>:cloudformation:<AWS::Region>:aws:transform/*",
      "A template names the transforms it uses; these are AWS's own only."),
  DEV_ROLES(
      "arn:<AWS::Partition>:iam::<AWS::AccountId>:role/*-dev-*",
      "CloudFormation names a target's roles after its stack, PROJECT-dev-SERVICE."),
  PRODUCTION_ROLES(
      "arn:<AWS::Partition>:iam::<AWS::AccountId>:role/*-production-*",
      "CloudFormation names a target's roles after its stack, PROJECT-production-SERVICE.");

  private final String resource;
  private final String reason;

  Wildcard(String resource, String reason) {
    this.resource = resource;
    this.reason = reason;
  }

  /** Explains this wildcard in a policy. */
  void in(IConstruct policy) {
    Findings.explain(policy, "AwsSolutions-IAM5", reason, "Resource::" + resource);
  }
}
