package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies compared by what they allow. */
class PermissionTest {
  static final String NONE = "-";

  /** Risks of a change of a type, its Properties before and after in YAML ("-": not there). */
  static List<Risk> risks(String type, String before, String after) {
    String action = before.equals(NONE) ? "Add" : after.equals(NONE) ? "Remove" : "Modify";
    String change =
        "{'Action':'"
            + action
            + "','LogicalResourceId':'R','ResourceType':'"
            + type
            + "','PolicyAction':'Delete'}";
    return Reviews.of(
            Reviews.answer(change),
            StackTemplates.of(
                before.equals(NONE) ? null : template(type, before),
                after.equals(NONE) ? null : template(type, after)))
        .changes()
        .getFirst()
        .risks();
  }

  private static io.stagegate.template.Template template(String type, String properties) {
    return Reviews.template(
        "Resources:\n  R:\n    Type: " + type + "\n    Properties: " + properties + "\n");
  }

  private static String policy(String statements) {
    return statements.equals(NONE) ? NONE : "{PolicyDocument: {Statement: [" + statements + "]}}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {Effect: Allow, Action: 's3:Get*', Resource: '*'} | {Effect: Allow, Action: 's3:GetObject', Resource: a} | -
          {Effect: Allow, Action: ['s3:GetObject', 's3:PutObject'], Resource: a} | {Effect: Allow, Action: 'S3:getobject', Resource: [a]} | -
          {Effect: Allow, Action: 's3:GetObject', Resource: a} | {Effect: Allow, Action: ['s3:GetObject', 's3:PutObject'], Resource: a} | MEDIUM Whoever has R can now do s3:PutObject on a
          {Effect: Allow, Action: 's3:GetObject', Resource: a} | {Effect: Allow, Action: 's3:*', Resource: a} | HIGH Whoever has R can now do s3:* on a
          {Effect: Allow, Action: 's3:GetObject', Resource: a} | {Effect: Allow, NotAction: 'iam:*', Resource: a} | HIGH Whoever has R can now do everything but iam:* on a
          {Effect: Allow, NotAction: 'iam:*', Resource: a} | {Effect: Allow, NotAction: 'iam:*', Resource: a} | -
          {Effect: Allow, Action: a:b, Resource: x} | {Effect: Allow, Action: a:b, NotResource: x} | HIGH Whoever has R can now do a:b on everything but x
          {Effect: Allow, Action: a:b, Resource: x, Condition: {Bool: {s: 't'}}} | {Effect: Allow, Action: a:b, Resource: x} | MEDIUM Whoever has R can now without the condition there was do a:b on x
          {Effect: Allow, Action: a:b, Resource: x} | {Effect: Allow, Action: [a:b, a:c], Resource: x, Condition: {Bool: {s: 't'}}} | MEDIUM Whoever has R can now do a:c on x, under a condition
          {Effect: Deny, Action: a:b, Resource: x} | {Effect: Deny, Action: a:b, Resource: y} | HIGH It is no longer forbidden to do a:b on x
          {Effect: Deny, Action: a:b} | {Effect: Deny, Action: 'a:*'} | -
          {Effect: Deny, Action: a:b} | {Effect: Deny, Action: a:c} | HIGH It is no longer forbidden to do a:b
          {Effect: Allow, Action: a:b, Resource: x} | {Effect: Allow, Action: 'iam:Pass*', Resource: x} | HIGH Whoever has R can now do iam:Pass* on x
          - | {Effect: Allow, Action: a:b, Resource: x} | LOW Whoever has R can now do a:b on x
          - | {Effect: Allow, Action: [a:1, a:2, a:3, a:4, a:5, a:6, a:7], Resource: x} | LOW Whoever has R can now do a:1, a:2, a:3, a:4, a:5 and 2 more on x
          {Effect: Deny, Action: a:b, Resource: x} | - | HIGH It is no longer forbidden to do a:b on x
          - | {Action: a:b, Resource: x} | -
          - | {Effect: Allow, Action: a:b, Resource: !GetAtt T.Arn} | LOW Whoever has R can now do a:b on ${T.Arn}
          """)
  void ofAnIdentity(String before, String after, String expected) {
    assertThat(
            risks("AWS::IAM::Policy", policy(before), policy(after)).stream()
                .filter(risk -> risk.kind() == RiskKind.PERMISSION)
                .map(risk -> risk.level() + " " + risk.why()))
        .isEqualTo(expected.equals(NONE) ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: x} | PUBLIC_ACCESS HIGH Anybody can now do s3:GetObject on x
          {Effect: Allow, Principal: {AWS: '*'}, Action: 's3:GetObject', Resource: x} | PUBLIC_ACCESS HIGH Anybody can now do s3:GetObject on x
          {Effect: Allow, NotPrincipal: {AWS: a}, Action: 's3:GetObject', Resource: x} | PUBLIC_ACCESS HIGH Everybody but a can now do s3:GetObject on x
          {Effect: Allow, Principal: '*', Action: a:b, Resource: x, Condition: {Bool: {s: 't'}}} | PERMISSION LOW Anybody can now do a:b on x, under a condition
          {Effect: Allow, Principal: {Service: [s.amazonaws.com]}, Action: a:b, Resource: x} | PERMISSION LOW s.amazonaws.com can now do a:b on x
          """)
  void ofAResource(String after, String expected) {
    assertThat(risks("AWS::S3::BucketPolicy", NONE, policy(after)))
        .extracting(risk -> risk.kind() + " " + risk.level() + " " + risk.why())
        .containsExactly(expected);
  }

  @Test
  void ofARole() {
    String trust =
        "AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: 'sts:AssumeRole', Principal: %s}}";
    String lambda = trust.formatted("{Service: lambda.amazonaws.com}");
    assertThat(
            risks(
                "AWS::IAM::Role",
                "{" + lambda + "}",
                "{"
                    + trust.formatted("{AWS: 'arn:aws:iam::1:root'}")
                    + ", ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess',"
                    + " 'arn:aws:iam::aws:policy/X'],"
                    + " Policies: [{PolicyName: p, PolicyDocument: {Statement: [{Effect: Allow,"
                    + " Action: a:b, Resource: x}]}}]}"))
        .extracting(risk -> risk.level() + " " + risk.why())
        .containsExactly(
            "HIGH R can now do what arn:aws:iam::aws:policy/AdministratorAccess allows",
            "HIGH arn:aws:iam::1:root can now take on this role (sts:AssumeRole)",
            "MEDIUM R can now do a:b on x",
            "MEDIUM R can now do what arn:aws:iam::aws:policy/X allows");
    assertThat(
            risks(
                "AWS::IAM::Role",
                "{" + lambda + ", PermissionsBoundary: b}",
                "{" + trust.formatted("{Service: [lambda.amazonaws.com, x.amazonaws.com]}") + "}"))
        .extracting(risk -> risk.level() + " " + risk.why())
        .containsExactly(
            "HIGH R is no longer held by its permissions boundary",
            "MEDIUM x.amazonaws.com can now take on this role (sts:AssumeRole)");
    assertThat(risks("AWS::IAM::Role", NONE, "{ManagedPolicyArns: [a], " + lambda + "}"))
        .extracting(Risk::level)
        .containsOnly(RiskLevel.LOW);
  }

  @Test
  void ofSamAndOfDocumentsInStrings() {
    assertThat(
            risks(
                "AWS::Serverless::Function",
                NONE,
                "{Policies: {Statement: {Effect: Allow, Action: a:b, Resource: x}}}"))
        .extracting(Risk::why)
        .containsExactly("Whoever has R can now do a:b on x");
    assertThat(
            risks(
                "AWS::Logs::ResourcePolicy",
                NONE,
                "{PolicyDocument: '{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"a:b\","
                    + "\"Principal\":\"*\"}]}'}"))
        .extracting(Risk::why)
        .containsExactly("Anybody can now do a:b");
    assertThat(
            risks(
                "AWS::KMS::Key",
                "{KeyPolicy: {}}",
                "{KeyPolicy: {Statement: {Effect: Allow, Action: 'kms:Decrypt', Principal: {AWS: a}}}}"))
        .extracting(Risk::level)
        .containsExactly(RiskLevel.HIGH);
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
                    + "{'Target':{'Attribute':'Properties','Name':'KeyPolicy'}}]}"));
    assertThat(review.changes().stream().flatMap(change -> change.risks().stream()))
        .hasSize(3)
        .allMatch(risk -> !risk.certain() && risk.kind() == RiskKind.PERMISSION);
  }

  @ParameterizedTest
  @CsvSource({
    "*,anything,true",
    "a*c,abbc,true",
    "a*c,abbd,false",
    "a?c,abc,true",
    "a?c,a*c,false",
    "a*,a*b*,true",
    "ab,a*,false",
    "a*b*,axbx,true",
    "abc,ab,false",
    "ab**,ab,true"
  })
  void wildcards(String outer, String inner, boolean covers) {
    assertThat(Wildcards.covers(outer, inner)).isEqualTo(covers);
  }
}
