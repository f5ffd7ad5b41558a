package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encryption, protection, cost and reach of single settings. */
class SettingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          AWS::RDS::DBInstance | {StorageEncrypted: true} | {StorageEncrypted: false} | ENCRYPTION HIGH It loses encryption of the storage
          AWS::S3::Bucket | {BucketEncryption: {a: b}} | {} | ENCRYPTION HIGH It loses the bucket's encryption setting
          AWS::S3::Bucket | {BucketEncryption: {}} | {} | -
          AWS::SQS::Queue | {KmsMasterKeyId: a} | {KmsMasterKeyId: b} | ENCRYPTION MEDIUM It is encrypted with another key
          AWS::SQS::Queue | {KmsMasterKeyId: a} | {} | ENCRYPTION HIGH It loses encryption with an own key
          AWS::DynamoDB::Table | {DeletionProtectionEnabled: true} | {} | PROTECTION MEDIUM It loses deletion protection
          AWS::S3::Bucket | {VersioningConfiguration: {Status: Enabled}} | {VersioningConfiguration: {Status: Suspended}} | PROTECTION MEDIUM It loses versioning of the objects
          AWS::RDS::DBInstance | {BackupRetentionPeriod: 7} | {BackupRetentionPeriod: 1} | PROTECTION MEDIUM The time that backups are kept gets shorter: 7 -> 1
          AWS::RDS::DBInstance | {BackupRetentionPeriod: 1} | {BackupRetentionPeriod: 7} | -
          AWS::Logs::LogGroup | {} | {RetentionInDays: 7} | PROTECTION MEDIUM Logs older than 7 days, kept for ever so far, are deleted
          AWS::Logs::LogGroup | {RetentionInDays: 14} | {RetentionInDays: 7} | PROTECTION MEDIUM The time that logs are kept gets shorter: 14 -> 7
          AWS::Logs::LogGroup | {a: b} | {} | -
          AWS::Lambda::Function | {MemorySize: 128} | {MemorySize: '512'} | COST LOW It costs more: memory 128 -> 512
          AWS::Lambda::Function | {MemorySize: 512} | {MemorySize: 128} | -
          AWS::Lambda::Function | {MemorySize: 512} | {} | -
          AWS::Lambda::Function | {MemorySize: 512} | {MemorySize: !GetAtt a.b} | -
          AWS::Lambda::Function | {} | {ReservedConcurrentExecutions: 0} | DOWNTIME HIGH The function no longer runs (concurrency 0)
          AWS::Lambda::Function | {ReservedConcurrentExecutions: 0} | {ReservedConcurrentExecutions: 0, a: b} | -
          AWS::RDS::DBInstance | {DBInstanceClass: a} | {DBInstanceClass: b} | COST MEDIUM DBInstanceClass changes: it may cost more, and may interrupt for a while
          AWS::RDS::DBInstance | {PubliclyAccessible: false} | {PubliclyAccessible: true} | PUBLIC_ACCESS HIGH Anybody can now reach the database (PubliclyAccessible true)
          AWS::Lambda::Url | {AuthType: AWS_IAM} | {AuthType: NONE} | PUBLIC_ACCESS HIGH Anybody can now reach the function address (AuthType NONE)
          AWS::Lambda::Url | {AuthType: NONE} | {AuthType: NONE, a: b} | -
          AWS::Serverless::Function | {} | {FunctionUrlConfig: {AuthType: NONE}} | PUBLIC_ACCESS HIGH Anybody can now reach the function address (AuthType NONE)
          AWS::ApiGateway::Method | {AuthorizationType: AWS_IAM} | {AuthorizationType: NONE} | PUBLIC_ACCESS HIGH Anybody can now reach the API method (AuthorizationType NONE)
          AWS::ApiGateway::Method | {HttpMethod: OPTIONS} | {HttpMethod: OPTIONS, AuthorizationType: NONE} | -
          AWS::ApiGatewayV2::Route | {AuthorizationType: JWT, RouteKey: GET /} | {RouteKey: GET /} | PUBLIC_ACCESS HIGH Anybody can now call GET / without authorization
          AWS::ApiGatewayV2::Route | {RouteKey: GET /} | {RouteKey: GET /x} | -
          AWS::ApiGatewayV2::Route | {} | {AuthorizationType: JWT} | -
          AWS::S3::Bucket | {AccessControl: Private} | {AccessControl: PublicRead} | PUBLIC_ACCESS HIGH Anybody can now read the bucket's objects (PublicRead)
          AWS::S3::Bucket | {AccessControl: PublicRead} | {AccessControl: PublicRead, a: b} | -
          AWS::S3::Bucket | {PublicAccessBlockConfiguration: {BlockPublicAcls: true}} | {} | PUBLIC_ACCESS HIGH The bucket no longer blocks public access (BlockPublicAcls)
          AWS::S3::Bucket | {} | {PublicAccessBlockConfiguration: {BlockPublicAcls: false}} | -
          AWS::EC2::SecurityGroup | {} | {SecurityGroupIngress: [{CidrIp: 0.0.0.0/0, FromPort: 22, ToPort: 22}]} | PUBLIC_ACCESS HIGH Any address of the internet can now reach port 22
          AWS::EC2::SecurityGroup | {} | {SecurityGroupIngress: [{CidrIpv6: '::/0', FromPort: 443, ToPort: 443}]} | PUBLIC_ACCESS MEDIUM Any address of the internet can now reach port 443
          AWS::EC2::SecurityGroup | {} | {SecurityGroupIngress: [{CidrIp: 10.0.0.0/8, FromPort: 22, ToPort: 22}]} | -
          AWS::EC2::SecurityGroupIngress | {CidrIp: 10.0.0.0/8} | {CidrIp: 0.0.0.0/0} | PUBLIC_ACCESS HIGH Any address of the internet can now reach all ports
          AWS::EC2::SecurityGroupIngress | {} | {CidrIp: 0.0.0.0/0, FromPort: 80, ToPort: 80} | PUBLIC_ACCESS MEDIUM Any address of the internet can now reach port 80
          AWS::EC2::SecurityGroupIngress | {} | {CidrIp: 0.0.0.0/0, FromPort: 1, ToPort: 80} | PUBLIC_ACCESS HIGH Any address of the internet can now reach port 1-80
          """)
  void meansMoreThanItsValue(String type, String before, String after, String expected) {
    assertThat(
            Risks.of(type, before, after).stream()
                .map(risk -> risk.kind() + " " + risk.level() + " " + risk.why()))
        .isEqualTo(expected.equals("-") ? List.of() : List.of(expected));
  }

  @Test
  void ofWhatIsNew() {
    assertThat(
            Risks.of(
                "AWS::S3::Bucket",
                "-",
                "{PublicAccessBlockConfiguration: {BlockPublicAcls: false}}"))
        .extracting(Risk::kind)
        .containsExactly(RiskKind.PUBLIC_ACCESS);
    assertThat(Risks.of("AWS::ApiGatewayV2::Route", "-", "{}"))
        .extracting(Risk::level)
        .containsExactly(RiskLevel.MEDIUM);
  }

  @Test
  void ofThePoliciesThatKeepData() {
    String yaml =
        "Resources: {R: {Type: 'AWS::SQS::Queue', DeletionPolicy: %s, UpdateReplacePolicy: %s}}";
    String modify = "{'Action':'Modify','LogicalResourceId':'R','ResourceType':'AWS::SQS::Queue'}";
    assertThat(
            Reviews.of(
                    Reviews.answer(modify),
                    StackTemplates.of(
                        Reviews.template(yaml.formatted("Retain", "Snapshot")),
                        Reviews.template(yaml.formatted("Delete", "Retain"))))
                .changes()
                .getFirst()
                .risks())
        .extracting(Risk::why)
        .containsExactly(
            "When it is removed from now on, its data is no longer kept (DeletionPolicy)");
  }
}
