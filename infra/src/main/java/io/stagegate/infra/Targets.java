package io.stagegate.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * The roles that CloudFormation takes to change a target: one for dev stages, one for production.
 * No function may take them; one may hand them to CloudFormation.
 *
 * <p>What they hold beside roles of their stage is the team's to choose, as {@link Settings}.
 * Neither may change Stagegate itself, whatever those policies say. A role that may make roles is
 * as strong as what it can make: where dev must not reach production at all, give them accounts of
 * their own.
 */
final class Targets extends Construct {

  /** Managing the roles of a template's resources; users, groups and providers are left out. */
  private static final List<String> MANAGE_ROLES =
      List.of(
          "iam:AttachRolePolicy",
          "iam:CreateRole",
          "iam:DeleteRole",
          "iam:DeleteRolePolicy",
          "iam:DetachRolePolicy",
          "iam:GetRole",
          "iam:GetRolePolicy",
          "iam:ListAttachedRolePolicies",
          "iam:ListRolePolicies",
          "iam:ListRoleTags",
          "iam:PutRolePolicy",
          "iam:TagRole",
          "iam:UntagRole",
          "iam:UpdateAssumeRolePolicy",
          "iam:UpdateRole",
          "iam:UpdateRoleDescription");

  /** Whom a serverless template hands its roles to. */
  private static final List<String> ROLE_TAKERS =
      List.of(
          "apigateway.amazonaws.com",
          "events.amazonaws.com",
          "lambda.amazonaws.com",
          "scheduler.amazonaws.com",
          "states.amazonaws.com");

  private final Stack stack;
  private final Role dev;
  private final Role production;

  Targets(Stack stack, Settings settings, Untouchable stagegate) {
    super(stack, "Targets");
    this.stack = stack;
    PolicyStatement[] notStagegate = stagegate.statements();
    dev = role("DevDeployRole", settings.devPolicies());
    policy(dev, "*-dev-*", Wildcard.DEV_ROLES, notStagegate)
        // A name can hold both words: then it is production's.
        .addStatements(Grants.deny(List.of("iam:*"), Names.roles(stack, "*-production-*")));
    production = role("ProductionDeployRole", settings.productionPolicies());
    policy(production, "*-production-*", Wildcard.PRODUCTION_ROLES, notStagegate);
  }

  Role dev() {
    return dev;
  }

  Role production() {
    return production;
  }

  private Role role(String id, PolicyChoice policies) {
    Role role =
        Role.Builder.create(this, id)
            .assumedBy(
                ServicePrincipal.Builder.create("cloudformation.amazonaws.com")
                    .conditions(Conditions.ownAccountIfSaid())
                    .build())
            .description("CloudFormation takes it to change Stagegate's targets")
            .managedPolicies(List.of(policies.otherwise()))
            .build();
    Names.fix(role, id);
    Names.resource(role).addPropertyOverride("ManagedPolicyArns", policies.arns());
    Findings.explain(
        role,
        "AwsSolutions-IAM4",
        "A deploy role has to make whatever a team's templates hold. The default is broad, leaves"
            + " IAM out, and is the team's to replace with the parameter "
            + policies.parameter()
            + "; only CloudFormation takes the role, for a change set people can read.");
    return role;
  }

  private Policy policy(
      Role role, String roles, Wildcard wildcard, PolicyStatement... notStagegate) {
    String named = Names.roles(stack, roles);
    Policy policy = Policy.Builder.create(role, "Policy").roles(List.of(role)).build();
    policy.addStatements(
        Grants.allow(MANAGE_ROLES, named),
        Grants.allowIf(
            Map.of("StringEquals", Map.of("iam:PassedToService", ROLE_TAKERS)),
            List.of("iam:PassRole"),
            named));
    policy.addStatements(notStagegate);
    wildcard.in(policy);
    return policy;
  }
}
