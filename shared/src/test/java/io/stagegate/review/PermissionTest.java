package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies of identities compared by what they allow. */
class PermissionTest {
  private static String policy(String statements) {
    return statements.equals(Risks.NONE)
        ? Risks.NONE
        : "{PolicyDocument: {Statement: [" + statements + "]}}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {Effect: Allow, Action: 's3:Get*', Resource: '*'} | {Effect: Allow, Action: 's3:GetObject', Resource: a} | LOW Whoever has R can no longer do all of s3:Get* on *
          {Effect: Allow, Action: 's3:*', Resource: a} | {Effect: Allow, Action: 'S3:getobject', Resource: [a]} | LOW Whoever has R can no longer do all of s3:* on a
          {Effect: Allow, Action: 'S3:getobject', Resource: [a]} | {Effect: Allow, Action: ['s3:GetObject'], Resource: a} | -
          {Effect: Allow, Action: 's3:GetObject', Resource: a} | {Effect: Allow, Action: ['s3:GetObject', 's3:PutObject'], Resource: a} | MEDIUM Whoever has R can now do s3:PutObject on a
          {Effect: Allow, Action: 's3:GetObject', Resource: a} | {Effect: Allow, Action: 's3:*', Resource: a} | HIGH Whoever has R can now do s3:* on a
          {Effect: Allow, Action: 's3:GetObject', Resource: a} | {Effect: Allow, Action: 's3:GetObject', Resource: '*'} | MEDIUM Whoever has R can now do s3:GetObject on *
          {Effect: Allow, Action: 's3:GetObject', Resource: a} | {Effect: Allow, NotAction: 'iam:*', Resource: a} | HIGH Whoever has R can now do everything but iam:* on a
          {Effect: Allow, NotAction: 'iam:*', Resource: a} | {Effect: Allow, NotAction: 'iam:*', Resource: a} | -
          {Effect: Allow, Action: a:b, Resource: x} | {Effect: Allow, Action: a:b, NotResource: x} | HIGH Whoever has R can now do a:b on everything but x;; LOW Whoever has R can no longer do a:b on x
          {Effect: Allow, Action: a:b, Resource: x, Condition: {Bool: {s: 't'}}} | {Effect: Allow, Action: a:b, Resource: x} | MEDIUM Whoever has R can now do a:b on x without the condition on s
          {Effect: Allow, Action: a:b, Resource: x, Condition: {StringEquals: {s: 't'}}} | {Effect: Allow, Action: a:b, Resource: x, Condition: {StringEquals: {s: [t, u]}}} | MEDIUM Whoever has R can now do a:b on x under a wider condition on s (also u)
          {Effect: Allow, Action: a:b, Resource: x} | {Effect: Allow, Action: a:b, Resource: x, Condition: {Bool: {s: 't'}}} | LOW Whoever has R can do a:b on x under a condition on s from now on
          {Effect: Allow, Action: a:b, Resource: x, Condition: {Bool: {s: 't'}}} | {Effect: Deny, Action: c, Resource: x} | LOW It is forbidden from now on to do c on x;; LOW Whoever has R can no longer do a:b on x under a condition on s
          {Effect: Deny, Action: a:b, Resource: x} | {Effect: Deny, Action: a:b, Resource: y} | HIGH It is no longer forbidden to do a:b on x;; LOW It is forbidden from now on to do a:b on y
          {Effect: Deny, Action: 'a:*'} | {Effect: Deny, Action: a:b} | HIGH It is no longer forbidden to do a:*
          {Effect: Deny, Action: a:b, Resource: x} | {Effect: Deny, Action: a:b, Resource: x, Condition: {Bool: {s: 't'}}} | HIGH It is forbidden only under a condition on s from now on to do a:b on x
          {Effect: Deny, NotAction: 'iam:*', Resource: '*'} | {Effect: Deny, NotAction: ['iam:*', 's3:*'], Resource: '*'} | HIGH It is no longer forbidden to do everything but iam:* on *
          {Effect: Allow, Action: a:b, Resource: x} | {Effect: Allow, Action: [a:b, 'iam:Pass*'], Resource: x} | HIGH Whoever has R can now do iam:Pass* on x
          {Effect: Allow, Action: a:b, Resource: x} | {Effect: Allow, Action: [a:b, 'iam:PassRole'], Resource: x, Condition: {StringEquals: {iam:PassedToService: s}}} | MEDIUM Whoever has R can now do iam:PassRole on x, under a condition on iam:PassedToService;; LOW Whoever has R can do a:b on x under a condition on iam:PassedToService from now on
          - | {Effect: Allow, Action: iam:PassRole, Resource: x} | MEDIUM Whoever has R can now do iam:PassRole on x
          - | {Effect: Allow, Action: iam:PassRole, Resource: '*'} | HIGH Whoever has R can now do iam:PassRole on *
          - | {Effect: Allow, Action: iam:PutRolePolicy, Resource: x} | HIGH Whoever has R can now do iam:PutRolePolicy on x
          - | {Effect: Allow, Action: 'a:*', Resource: x} | MEDIUM Whoever has R can now do a:* on x
          - | {Effect: Allow, Action: 'a:*', Resource: '*'} | HIGH Whoever has R can now do a:* on *
          - | {Effect: Allow, Action: a:Write, Resource: '*'} | MEDIUM Whoever has R can now do a:Write on *
          - | {Effect: Allow, Action: [a:ListThings, 'xray:PutTraceSegments'], Resource: '*'} | LOW Whoever has R can now do a:ListThings, xray:PutTraceSegments on *
          - | {Effect: Allow, Action: a:b, Resource: x} | LOW Whoever has R can now do a:b on x
          - | {Effect: Allow, Action: [a:1, a:2, a:3, a:4, a:5, a:6, a:7], Resource: x} | LOW Whoever has R can now do a:1, a:2, a:3, a:4, a:5 and 2 more on x
          - | {Effect: Allow, Action: 'secretsmanager:GetSecretValue', Resource: x} | LOW Whoever has R can now do secretsmanager:GetSecretValue on x
          {Effect: Deny, Action: a:b, Resource: x} | - | HIGH It is no longer forbidden to do a:b on x
          - | {Action: a:b, Resource: x} | LOW? A part of its policy can't be read before the deployment; what that allows is not known
          {Effect: Allow, Action: a:b, Resource: x} | !ImportValue p | LOW Whoever has R can no longer do a:b on x;; MEDIUM? A part of its policy can't be read before the deployment; what that allows is not known
          - | {Effect: Allow, Action: a:b, Resource: !GetAtt T.Arn} | LOW Whoever has R can now do a:b on ${T.Arn}
          - | {Effect: Allow, Action: a:b, Resource: 'arn:${aws:username}'} | LOW Whoever has R can now do a:b on arn:${aws:username}
          - | {Effect: Allow, Action: a:b, Resource: !ImportValue x} | LOW? Whoever has R can now do a:b on {"Fn::ImportValue":"x"}
          - | !If [C, {Effect: Allow, Action: a:b, Resource: x}, !Ref 'AWS::NoValue'] | LOW? Whoever has R can now do a:b on x, if C
          """)
  void ofAnIdentity(String before, String after, String expected) {
    assertThat(
            Risks.words(
                Risks.of("AWS::IAM::Policy", policy(before), policy(after)), RiskKind.PERMISSION))
        .containsExactlyInAnyOrderElementsOf(
            Risks.expected(expected).stream().map("PERMISSION "::concat).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          AWS::IAM::Policy | Roles: [!Ref A] | Roles: [!Ref A, !Ref B] | PERMISSION MEDIUM B can now do a:b on x
          AWS::IAM::Policy | Users: [A] | Groups: [A] | -
          AWS::IAM::Policy | Users: [A, B] | Users: [A] | PERMISSION LOW B can no longer do a:b on x
          AWS::IAM::RolePolicy | RoleName: A | RoleName: B | PERMISSION MEDIUM B can now do a:b on x;; PERMISSION LOW A can no longer do a:b on x
          AWS::IAM::ManagedPolicy | Roles: [!Ref A] | Roles: [!Ref A, !Ref B] | PERMISSION MEDIUM B can now do what R allows
          AWS::IAM::ManagedPolicy | Users: [A] | Path: x | PERMISSION LOW A can no longer do what R allows
          """)
  void ofThoseItIsAttachedTo(String type, String before, String after, String expected) {
    String document = ", PolicyDocument: {Statement: {Effect: Allow, Action: a:b, Resource: x}}}";
    assertThat(
            Risks.words(
                Risks.of(type, "{" + before + document, "{" + after + document),
                RiskKind.PERMISSION))
        .containsExactlyInAnyOrderElementsOf(Risks.expected(expected));
  }

  @Test
  void ofSamAndOfDocumentsInStrings() {
    String statement = "{Statement: {Effect: Allow, Action: a:b, Resource: x}}";
    assertThat(
            Risks.words(
                Risks.of("AWS::Serverless::Function", "-", "{Policies: " + statement + "}"),
                RiskKind.PERMISSION))
        .containsExactly("PERMISSION LOW R can now do a:b on x");
    assertThat(
            Risks.words(
                Risks.of(
                    "AWS::IAM::Role",
                    "-",
                    "{Policies: [{PolicyName: p, PolicyDocument: "
                        + statement
                        + "}, !If [C, {PolicyName: q, PolicyDocument: "
                        + statement
                        + "}, !Ref 'AWS::NoValue']]}"),
                RiskKind.PERMISSION))
        .containsExactlyInAnyOrder(
            "PERMISSION LOW R can now do a:b on x", "PERMISSION LOW? R can now do a:b on x, if C");
    assertThat(
            Risks.words(
                Risks.of(
                    "AWS::Logs::ResourcePolicy",
                    "-",
                    "{PolicyDocument: '{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"a:b\",\"Principal\":\"*\"}]}'}")))
        .containsExactly("PUBLIC_ACCESS HIGH Anybody can now do a:b");
  }

  @Test
  void whatIsNotToldIsSaid() {
    Review review =
        Reviews.of(
            Reviews.answer(
                "{'Action':'Modify','LogicalResourceId':'R','ResourceType':'AWS::IAM::Role','Details':["
                    + "{'Target':{'Attribute':'Properties','Name':'Policies'}},"
                    + "{'Target':{'Attribute':'Properties','Name':'AssumeRolePolicyDocument'}},"
                    + "{'Target':{'Attribute':'Properties','Name':'Description'}},"
                    + "{'Target':{'Attribute':'Metadata'}}]}",
                "{'Action':'Modify','LogicalResourceId':'K','ResourceType':'AWS::KMS::Key','Details':["
                    + "{'Target':{'Attribute':'Properties','Name':'KeyPolicy'}}]}",
                "{'Action':'Add','LogicalResourceId':'N','ResourceType':'AWS::IAM::Policy'}",
                "{'Action':'Remove','LogicalResourceId':'P','ResourceType':'AWS::S3::BucketPolicy','PolicyAction':'Delete'}"));
    assertThat(
            review.changes().stream()
                .flatMap(change -> change.risks().stream())
                .filter(risk -> risk.kind() == RiskKind.PERMISSION))
        .hasSize(5)
        .noneMatch(Risk::certain)
        .extracting(Risk::why)
        .contains("What it allows is not told here", "What it allowed or forbade is not told here");
  }
}
