package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies of resources: whom they let in. */
class ResourcePolicyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Principal: '*' | PUBLIC_ACCESS HIGH Anybody can now do s3:GetObject on x
          Principal: {AWS: '*'} | PUBLIC_ACCESS HIGH Anybody can now do s3:GetObject on x
          NotPrincipal: {AWS: a} | PUBLIC_ACCESS HIGH Everybody but a can now do s3:GetObject on x
          Principal: '*', Condition: {Bool: {aws:SecureTransport: 'true'}} | PUBLIC_ACCESS HIGH? Anybody can now do s3:GetObject on x, under a condition on aws:SecureTransport
          Principal: '*', Condition: {StringEquals: {aws:PrincipalOrgID: o-1}} | PERMISSION LOW? Anybody can now do s3:GetObject on x, under a condition on aws:PrincipalOrgID
          Principal: {AWS: '123456789012'} | PERMISSION LOW 123456789012 can now do s3:GetObject on x
          Principal: {AWS: !GetAtt Role.Arn} | PERMISSION LOW Role.Arn can now do s3:GetObject on x
          Principal: {Service: [s.amazonaws.com]} | PERMISSION MEDIUM s.amazonaws.com can now do s3:GetObject on x, on behalf of any account
          Principal: {Service: s.amazonaws.com}, Condition: {ArnLike: {aws:SourceArn: a}} | PERMISSION LOW s.amazonaws.com can now do s3:GetObject on x, under a condition on aws:SourceArn
          """)
  void lets(String rest, String expected) {
    String after =
        "{PolicyDocument: {Statement: {Effect: Allow, Action: 's3:GetObject', Resource: x, "
            + rest
            + "}}}";
    assertThat(Risks.words(Risks.of("AWS::S3::BucketPolicy", "-", after)))
        .containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          AWS::SQS::QueuePolicy | PolicyDocument | -
          AWS::SNS::TopicPolicy | PolicyDocument | -
          AWS::SecretsManager::ResourcePolicy | ResourcePolicy | -
          AWS::ECR::Repository | RepositoryPolicyText | R
          AWS::ECR::RegistryPolicy | PolicyText | -
          AWS::OpenSearchService::Domain | AccessPolicies | R
          AWS::EFS::FileSystem | FileSystemPolicy | R
          AWS::ApiGateway::RestApi | Policy | R
          AWS::Backup::BackupVault | AccessPolicy | R
          AWS::CodeArtifact::Domain | PermissionsPolicyDocument | R
          AWS::Custom::Unheard | Rights | R
          """)
  void anyTypesDocumentIsFound(String type, String property, String on) {
    String document = "{Statement: [{Effect: Allow, Action: a:b, Principal: '*', Resource: '*'}]}";
    String nested =
        "{ResourcePolicy: {PolicyDocument: {Statement: {Effect: Allow, Action: a:b, Principal: '*', Resource: '*'}}}}";
    assertThat(
            Risks.words(
                Risks.of(type, "-", "{" + property + ": " + document + "}"),
                RiskKind.PUBLIC_ACCESS))
        .containsExactly(
            "PUBLIC_ACCESS HIGH Anybody can now do a:b" + (on.equals("-") ? "" : " on " + on));
    assertThat(Risks.words(Risks.of("AWS::DynamoDB::Table", "-", nested), RiskKind.PUBLIC_ACCESS))
        .containsExactly("PUBLIC_ACCESS HIGH Anybody can now do a:b on R");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          - | {Principal: {AWS: 'arn:aws:iam::1:root'}, Action: 'kms:*'} | LOW arn:aws:iam::1:root can now do kms:* on R
          - | {Principal: {AWS: a}, Action: 'kms:Decrypt'} | LOW a can now do kms:Decrypt on R
          {Principal: {AWS: a}, Action: 'kms:Decrypt'} | {Principal: {AWS: [a, b]}, Action: 'kms:Decrypt'} | HIGH b can now do kms:Decrypt on R
          {Principal: {AWS: a}, Action: 'kms:Decrypt'} | {Principal: {AWS: a}, Action: 'kms:Encrypt'} | HIGH a can now do kms:Encrypt on R;; LOW a can no longer do kms:Decrypt on R
          """)
  void aKey(String before, String after, String expected) {
    assertThat(Risks.words(Risks.of("AWS::KMS::Key", key(before), key(after)), RiskKind.PERMISSION))
        .containsExactlyInAnyOrderElementsOf(
            Risks.expected(expected).stream().map("PERMISSION "::concat).toList());
  }

  private static String key(String statement) {
    return statement.equals("-")
        ? "-"
        : "{KeyPolicy: {Statement: "
            + statement.replace("}}", "}").replaceFirst("\\{", "{Effect: Allow, Resource: '*', ")
            + "}}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          - | {Principal: '*'} | PUBLIC_ACCESS HIGH Anybody can now do lambda:InvokeFunction on F
          - | {Principal: '*', FunctionUrlAuthType: NONE} | PUBLIC_ACCESS HIGH? Anybody can now do lambda:InvokeFunction on F, under a condition on lambda:FunctionUrlAuthType
          - | {Principal: '*', PrincipalOrgID: o} | PERMISSION LOW? Anybody can now do lambda:InvokeFunction on F, under a condition on aws:PrincipalOrgID
          - | {Principal: '123456789012'} | PERMISSION LOW 123456789012 can now do lambda:InvokeFunction on F
          - | {Principal: s3.amazonaws.com} | PERMISSION MEDIUM s3.amazonaws.com can now do lambda:InvokeFunction on F, on behalf of any account
          - | {Principal: s3.amazonaws.com, SourceArn: a} | PERMISSION LOW s3.amazonaws.com can now do lambda:InvokeFunction on F, under a condition on aws:SourceArn
          {Principal: s3.amazonaws.com, SourceArn: a, SourceAccount: b} | {Principal: s3.amazonaws.com, SourceArn: a} | PERMISSION MEDIUM s3.amazonaws.com can now do lambda:InvokeFunction on F without the condition on aws:SourceAccount
          {Principal: s3.amazonaws.com, SourceArn: a} | {Principal: s3.amazonaws.com, SourceArn: b} | PERMISSION MEDIUM s3.amazonaws.com can now do lambda:InvokeFunction on F under a wider condition on aws:SourceArn (also b);; PERMISSION LOW s3.amazonaws.com can do lambda:InvokeFunction on F under a condition on aws:SourceArn from now on
          {Principal: a} | - | PERMISSION LOW a can no longer do lambda:InvokeFunction on F
          """)
  void aFunctionsPermission(String before, String after, String expected) {
    assertThat(
            Risks.words(
                Risks.of("AWS::Lambda::Permission", permission(before), permission(after)),
                RiskKind.PERMISSION,
                RiskKind.PUBLIC_ACCESS))
        .containsExactlyInAnyOrderElementsOf(Risks.expected(expected));
  }

  private static String permission(String properties) {
    return properties.replace("{", "{Action: 'lambda:InvokeFunction', FunctionName: F, ");
  }

  @Test
  void layersAndEventBuses() {
    String layer = "{Action: 'lambda:GetLayerVersion', LayerVersionArn: l, Principal: '*'%s}";
    assertThat(
            Risks.words(Risks.of("AWS::Lambda::LayerVersionPermission", "-", layer.formatted(""))))
        .containsExactly("PUBLIC_ACCESS HIGH Anybody can now do lambda:GetLayerVersion on l");
    assertThat(
            Risks.words(
                Risks.of(
                    "AWS::Lambda::LayerVersionPermission",
                    "-",
                    layer.formatted(", OrganizationId: o"))))
        .containsExactly(
            "PERMISSION LOW? Anybody can now do lambda:GetLayerVersion on l, under a condition on"
                + " aws:PrincipalOrgID");
    String bus = "AWS::Events::EventBusPolicy";
    assertThat(
            Risks.words(
                Risks.of(
                    bus,
                    "-",
                    "{Statement: {Effect: Allow, Principal: '*', Action: e, Resource: b}}")))
        .containsExactly("PUBLIC_ACCESS HIGH Anybody can now do e on b");
    assertThat(
            Risks.words(
                Risks.of(
                    bus,
                    "-",
                    "{Action: e, Principal: '*', Condition: {Key: aws:PrincipalOrgID, Type: StringEquals, Value: o}}")))
        .containsExactly(
            "PERMISSION LOW? Anybody can now do e, under a condition on aws:PrincipalOrgID");
  }

  @Test
  void aPolicyThatGoesWithAllItIsAboutLiftsNothing() {
    String answer =
        Reviews.answer(
            "{'Action':'Remove','LogicalResourceId':'P','ResourceType':'AWS::S3::BucketPolicy','PolicyAction':'Delete'}",
            "{'Action':'%s','LogicalResourceId':'B','PhysicalResourceId':'shop-b','ResourceType':'AWS::S3::Bucket','PolicyAction':'Delete'}");
    assertThat(
            Risks.words(
                Risks.of(
                    "AWS::SQS::QueuePolicy",
                    "-",
                    "{Queues: [!Ref Q], PolicyDocument: {Statement: {Effect: Allow, Principal: {AWS: a},"
                        + " Action: s, Resource: '*'}}}")))
        .containsExactly("PERMISSION LOW a can now do s on Q");
    var before =
        Reviews.template(
            """
            Resources:
              B: {Type: AWS::S3::Bucket}
              P:
                Type: AWS::S3::BucketPolicy
                Properties:
                  Bucket: !Ref B
                  PolicyDocument: {Statement: {Effect: Deny, Principal: '*', Action: a:b, Resource: x}}
            """);
    var templates = new StackTemplates(before, null, Map.of(), Map.of());
    assertThat(permissions(Reviews.of(answer.formatted("Remove"), templates))).isEmpty();
    assertThat(permissions(Reviews.of(answer.formatted("Modify"), templates)))
        .containsExactly("PERMISSION HIGH It is no longer forbidden to do a:b on x");
  }

  private static java.util.List<String> permissions(Review review) {
    return Risks.words(
        review.changes().stream().flatMap(change -> change.risks().stream()).toList(),
        RiskKind.PERMISSION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS::KMS::Key", "AWS::ECR::Repository", "AWS::IAM::Role"})
  void whatHasItsPolicyInItselfTakesItAlong(String type) {
    String properties =
        "{Policy: {Statement: {Effect: Deny, Principal: '*', Action: a:b, Resource: x}}}";
    assertThat(Risks.words(Risks.of(type, properties, "-"), RiskKind.PERMISSION)).isEmpty();
  }

  /** An endpoint's policy bounds what passes; it opens nothing to anybody by itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          - | {PolicyDocument: {Statement: {Effect: Allow, Principal: '*', Action: 's3:*', Resource: '*'}}} | -
          - | {} | -
          {} | {PolicyDocument: {Statement: {Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: b}}} | PERMISSION LOW The endpoint no longer lets through *; who may do it is said elsewhere
          {PolicyDocument: {Statement: {Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: b}}} | {PolicyDocument: {Statement: {Effect: Allow, Principal: '*', Action: 's3:*', Resource: b}}} | PERMISSION MEDIUM The endpoint now lets through s3:* on b; who may do it is said elsewhere
          {PolicyDocument: {Statement: {Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: b}}} | {} | PERMISSION MEDIUM The endpoint now lets through *; who may do it is said elsewhere
          """)
  void anEndpointsPolicyIsNotPublic(String before, String after, String expected) {
    assertThat(
            Risks.words(
                Risks.of("AWS::EC2::VPCEndpoint", before, after),
                RiskKind.PERMISSION,
                RiskKind.PUBLIC_ACCESS))
        .containsExactlyElementsOf(Risks.expected(expected));
  }
}
