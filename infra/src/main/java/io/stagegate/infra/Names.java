package io.stagegate.infra;

import java.util.Objects;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.constructs.IConstruct;

/**
 * Names that are known before the thing is made, and ARNs from them.
 *
 * <p>{@code dispatch} starts a machine that calls functions: its permission and environment can
 * only name the machine by an ARN made from a name, else the template would be a circle.
 */
final class Names {

  private Names() {}

  /** The stack's own {@code name}, as in {@code Stagegate-build}. */
  static String own(String name) {
    return Aws.STACK_NAME + "-" + name;
  }

  /** The ARN of the stack's state machine {@code name}. */
  static String machine(Stack stack, String name) {
    return arn(stack, "states", "stateMachine", own(name), ArnFormat.COLON_RESOURCE_NAME);
  }

  /** The ARNs of the executions of the stack's state machine {@code name}. */
  static String executions(Stack stack, String name) {
    return arn(stack, "states", "execution", own(name) + ":*", ArnFormat.COLON_RESOURCE_NAME);
  }

  /** The ARN of a secret by its name, which Secrets Manager ends with six characters of its own. */
  static String secret(Stack stack, String name) {
    return arn(stack, "secretsmanager", "secret", name + "-??????", ArnFormat.COLON_RESOURCE_NAME);
  }

  /** The ARNs of the secrets of projects' webhooks, {@code SECRET_PREFIX/webhook/PROJECT}. */
  static String webhookSecrets(Stack stack) {
    return arn(
        stack,
        "secretsmanager",
        "secret",
        Aws.STACK_NAME + "/webhook/*",
        ArnFormat.COLON_RESOURCE_NAME);
  }

  /** The ARN of a mail address or domain that Amazon SES sends from. */
  static String mailIdentity(Stack stack, String name) {
    return arn(stack, "ses", "identity", name, ArnFormat.SLASH_RESOURCE_NAME);
  }

  /** The ARNs of the stack's functions. */
  static String ownFunctions(Stack stack) {
    return arn(stack, "lambda", "function", own("*"), ArnFormat.COLON_RESOURCE_NAME);
  }

  /** The ARNs of the stack's schedules, which are in the account's default group. */
  static String ownSchedules(Stack stack) {
    return arn(
        stack, "scheduler", "schedule", "default/" + own("*"), ArnFormat.SLASH_RESOURCE_NAME);
  }

  /** The ARNs of the stack's queues: CloudFormation begins their names with the stack's. */
  static String ownQueues(Stack stack) {
    return arn(stack, "sqs", own("*"));
  }

  /** Like {@link #ownQueues}. */
  static String ownTopics(Stack stack) {
    return arn(stack, "sns", own("*"));
  }

  /** Like {@link #ownQueues}, log streams too. */
  static String ownLogGroups(Stack stack) {
    return arn(stack, "logs", "log-group", own("*"), ArnFormat.COLON_RESOURCE_NAME);
  }

  /** Like {@link #ownQueues}. */
  static String ownAlarms(Stack stack) {
    return arn(stack, "cloudwatch", "alarm", own("*"), ArnFormat.COLON_RESOURCE_NAME);
  }

  /** The ARNs under which API Gateway's own API changes an HTTP API and what belongs to it. */
  static String httpApi(Stack stack, String id) {
    return stack.formatArn(
        ArnComponents.builder()
            .service("apigateway")
            .account("")
            .resource("/apis")
            .resourceName(id + "*")
            .build());
  }

  /** The ARNs of roles with such a name. */
  static String roles(Stack stack, String pattern) {
    return stack.formatArn(
        ArnComponents.builder()
            .service("iam")
            .region("")
            .resource("role")
            .resourceName(pattern)
            .build());
  }

  /** The ARNs of every stack: they can't be narrowed to those of one stage by their name. */
  static String stacks(Stack stack) {
    return arn(stack, "cloudformation", "stack", "*/*", ArnFormat.SLASH_RESOURCE_NAME);
  }

  /** The ARN of Stagegate's own stack, whatever its last part. */
  static String ownStack(Stack stack) {
    return arn(
        stack, "cloudformation", "stack", Aws.STACK_NAME + "/*", ArnFormat.SLASH_RESOURCE_NAME);
  }

  /** The ARNs of the transforms AWS offers, which creating a change set needs one by one. */
  static String transforms(Stack stack) {
    return stack.formatArn(
        ArnComponents.builder()
            .service("cloudformation")
            .account("aws")
            .resource("transform")
            .resourceName("*")
            .build());
  }

  /** Gives a construct's resource its logical id by hand, so that moving code replaces nothing. */
  static void fix(IConstruct construct, String logicalId) {
    resource(construct).overrideLogicalId(logicalId);
  }

  /** The CloudFormation resource a construct is about. */
  static CfnResource resource(IConstruct construct) {
    return (CfnResource) Objects.requireNonNull(construct.getNode().getDefaultChild());
  }

  private static String arn(Stack stack, String service, String name) {
    return stack.formatArn(
        ArnComponents.builder()
            .service(service)
            .resource(name)
            .arnFormat(ArnFormat.NO_RESOURCE_NAME)
            .build());
  }

  private static String arn(
      Stack stack, String service, String resource, String name, ArnFormat format) {
    return stack.formatArn(
        ArnComponents.builder()
            .service(service)
            .resource(resource)
            .resourceName(name)
            .arnFormat(format)
            .build());
  }
}
