package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may take on a role, what comes to it from elsewhere, and what acts as it. */
class TrustTest {
  private static final String GITHUB =
      "arn:aws:iam::1:oidc-provider/token.actions.githubusercontent.com";

  private static String role(String trust) {
    return trust.equals("-")
        ? "-"
        : "{AssumeRolePolicyDocument: {Statement: {Effect: Allow, "
            + trust.replace(
                "GITHUB", "{Federated: '" + GITHUB + "'}, Action: 'sts:AssumeRoleWithWebIdentity'")
            + "}}}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          - | Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole' | PERMISSION LOW lambda.amazonaws.com can now take on this role (sts:AssumeRole)
          - | Principal: {AWS: a}, Action: 'sts:AssumeRole' | PERMISSION MEDIUM a can now take on this role (sts:AssumeRole)
          - | Principal: '*', Action: 'sts:AssumeRole' | PUBLIC_ACCESS HIGH Anybody can now take on this role (sts:AssumeRole)
          - | Principal: '*', Action: 'sts:AssumeRole', Condition: {StringEquals: {aws:PrincipalOrgID: o}} | PERMISSION MEDIUM Anybody can now take on this role (sts:AssumeRole), under a condition on aws:PrincipalOrgID
          - | Principal: GITHUB | PUBLIC_ACCESS HIGH GITHUB can now take on this role (sts:AssumeRoleWithWebIdentity)
          - | Principal: GITHUB, Condition: {StringEquals: {'token.actions.githubusercontent.com:aud': a}} | PUBLIC_ACCESS HIGH GITHUB can now take on this role (sts:AssumeRoleWithWebIdentity), under a condition on token.actions.githubusercontent.com:aud
          - | Principal: GITHUB, Condition: {StringEquals: {'token.actions.githubusercontent.com:sub': a}} | PERMISSION MEDIUM GITHUB can now take on this role (sts:AssumeRoleWithWebIdentity), under a condition on token.actions.githubusercontent.com:sub
          Principal: {Service: a.amazonaws.com}, Action: 'sts:AssumeRole' | Principal: {Service: [a.amazonaws.com, b.amazonaws.com]}, Action: 'sts:AssumeRole' | PERMISSION MEDIUM b.amazonaws.com can now take on this role (sts:AssumeRole)
          Principal: {AWS: a}, Action: 'sts:AssumeRole' | Principal: {AWS: b}, Action: 'sts:AssumeRole' | PERMISSION HIGH b can now take on this role (sts:AssumeRole);; PERMISSION LOW a can no longer take on this role
          Principal: {AWS: a}, Action: 'sts:AssumeRole', Condition: {Bool: {aws:MultiFactorAuthPresent: 'true'}} | Principal: {AWS: a}, Action: 'sts:AssumeRole' | PERMISSION HIGH a can now take on this role (sts:AssumeRole) without the condition on aws:MultiFactorAuthPresent
          Principal: {AWS: a}, Action: 'sts:AssumeRole' | Principal: {AWS: a}, Action: 'sts:AssumeRole', Condition: {Bool: {m: 'true'}} | PERMISSION LOW a can only take on this role under a condition on m from now on
          Principal: GITHUB, Condition: {StringLike: {'x:sub': 'repo:o/a:*'}} | Principal: GITHUB, Condition: {StringLike: {'x:sub': 'repo:o/*'}} | PERMISSION HIGH GITHUB can now take on this role (sts:AssumeRoleWithWebIdentity) under a wider condition on x:sub (also repo:o/*)
          """)
  void whoMayTakeOnARole(String before, String after, String expected) {
    assertThat(
            Risks.words(
                Risks.of("AWS::IAM::Role", role(before), role(after)),
                RiskKind.PERMISSION,
                RiskKind.PUBLIC_ACCESS))
        .containsExactlyInAnyOrderElementsOf(Risks.expected(expected.replace("GITHUB", GITHUB)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          AWS::IAM::Role | {} | {ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess', !Ref P]} | HIGH R can now do what arn:aws:iam::aws:policy/AdministratorAccess allows;; MEDIUM R can now do what P allows
          AWS::IAM::Role | - | {ManagedPolicyArns: [a]} | LOW R can now do what a allows
          AWS::IAM::Role | {ManagedPolicyArns: [a, b]} | {ManagedPolicyArns: [b]} | LOW R can no longer do what a allows
          AWS::IAM::Role | {PermissionsBoundary: b} | {} | HIGH R is no longer held by its permissions boundary
          AWS::IAM::Role | {PermissionsBoundary: b} | {PermissionsBoundary: c} | MEDIUM? R is held by another permissions boundary, which may allow more
          AWS::IAM::Role | {} | {PermissionsBoundary: c} | -
          AWS::IAM::Role | {ManagedPolicyArns: [a]} | - | -
          AWS::IAM::User | {Groups: [a]} | {Groups: [a, !Ref G]} | MEDIUM R can now do what the group G allows
          AWS::IAM::UserToGroupAddition | {GroupName: g, Users: [a]} | {GroupName: g, Users: [b]} | MEDIUM b can now do what the group g may;; LOW a can no longer do what the group g may
          AWS::IAM::UserToGroupAddition | {GroupName: g, Users: [a]} | - | LOW a can no longer do what the group g may
          AWS::IAM::InstanceProfile | {Roles: [a]} | {Roles: [b]} | MEDIUM b: instances with R can now act as it;; LOW a: instances with R can no longer act as it
          AWS::SSO::PermissionSet | {ManagedPolicies: [a]} | {ManagedPolicies: [a, b], CustomerManagedPolicyReferences: [{Name: n, Path: /p/}]} | MEDIUM R can now do what /p/n allows;; MEDIUM R can now do what b allows
          AWS::SSO::PermissionSet | {} | {InlinePolicy: {Statement: {Effect: Allow, Action: a:b, Resource: x}}} | MEDIUM Whoever has R can now do a:b on x
          AWS::SSO::Assignment | - | {PrincipalType: GROUP, PrincipalId: g, PermissionSetArn: p, TargetId: '1'} | MEDIUM group g can now use the permission set p in 1
          AWS::SSO::Assignment | {PrincipalType: GROUP, PrincipalId: g, PermissionSetArn: p, TargetId: '1'} | - | LOW group g can no longer use the permission set p in 1
          AWS::SSO::InstanceAccessControlAttributeConfiguration | - | {AccessControlAttributes: []} | MEDIUM? Other attributes of people decide from now on what they may do
          AWS::RolesAnywhere::Profile | {} | {ManagedPolicyArns: [a]} | MEDIUM R can now do what a allows
          AWS::Serverless::Function | {Policies: AWSLambdaExecute} | {Policies: [AWSLambdaExecute, {DynamoDBCrudPolicy: {TableName: !Ref T}}]} | MEDIUM R can now do what SAM's DynamoDBCrudPolicy for TableName T allows
          AWS::Serverless::Function | - | {Policies: [AmazonS3FullAccess, {AWSXRayDaemonWriteAccess: {}}]} | HIGH R can now do what AmazonS3FullAccess allows;; LOW R can now do what SAM's AWSXRayDaemonWriteAccess allows
          AWS::Lambda::Function | {Role: a} | {Role: !GetAtt B.Arn} | MEDIUM? It acts from now on as B.Arn (Role), and may do what that may
          AWS::Lambda::Function | {Role: a} | {Role: !ImportValue b} | MEDIUM? It acts from now on as a role that is not known yet (Role), and may do what that may
          AWS::Lambda::Function | {Role: a} | {Role: a, Runtime: b} | -
          AWS::ECS::TaskDefinition | {TaskRoleArn: a} | {TaskRoleArn: b} | MEDIUM? It acts from now on as b (TaskRoleArn), and may do what that may
          """)
  void whatComesFromElsewhere(String type, String before, String after, String expected) {
    assertThat(Risks.words(Risks.of(type, before, after), RiskKind.PERMISSION))
        .containsExactlyInAnyOrderElementsOf(
            Risks.expected(expected).stream().map("PERMISSION "::concat).toList());
  }

  @Test
  void nothingIsSaidOfWhatIsNotTold() {
    String modify =
        "{'Action':'Modify','LogicalResourceId':'R','ResourceType':'AWS::Lambda::Function'}";
    assertThat(
            Reviews.of(
                    Reviews.answer(modify),
                    StackTemplates.of(
                        null,
                        Reviews.template(
                            "Resources: {R: {Type: 'AWS::Lambda::Function', Properties: {Role: r}}}")))
                .changes()
                .getFirst()
                .risks())
        .isEmpty();
  }
}
