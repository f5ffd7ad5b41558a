package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encryption, protection, retention, capacity and cost of single settings. */
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
          AWS::Lambda::Function | {KmsKeyArn: a} | {} | ENCRYPTION HIGH It loses encryption with an own key
          AWS::OpenSearchService::Domain | {DomainEndpointOptions: {EnforceHTTPS: true}} | {DomainEndpointOptions: {EnforceHTTPS: false}} | ENCRYPTION HIGH It loses the duty to use HTTPS
          AWS::ElasticLoadBalancingV2::Listener | {Protocol: HTTPS} | {Protocol: HTTP} | ENCRYPTION HIGH It no longer asks for encryption on the way: HTTPS -> HTTP
          AWS::CloudFront::Distribution | {DistributionConfig: {DefaultCacheBehavior: {ViewerProtocolPolicy: redirect-to-https}}} | {DistributionConfig: {DefaultCacheBehavior: {ViewerProtocolPolicy: allow-all}}} | ENCRYPTION HIGH It no longer asks for encryption on the way: redirect-to-https -> allow-all
          AWS::ElasticLoadBalancingV2::Listener | {SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06} | {SslPolicy: ELBSecurityPolicy-2016-08} | ENCRYPTION HIGH It accepts TLS 1.0 again (ELBSecurityPolicy-2016-08)
          AWS::ElasticLoadBalancingV2::Listener | {SslPolicy: ELBSecurityPolicy-2016-08} | {SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06} | -
          AWS::DynamoDB::Table | {DeletionProtectionEnabled: true} | {} | PROTECTION MEDIUM It loses deletion protection
          AWS::Cognito::UserPool | {DeletionProtection: ACTIVE} | {DeletionProtection: INACTIVE} | PROTECTION MEDIUM It loses deletion protection
          AWS::Cognito::UserPool | {MfaConfiguration: 'ON'} | {MfaConfiguration: OPTIONAL} | PROTECTION MEDIUM It loses the duty to have a second factor
          AWS::ElasticLoadBalancingV2::LoadBalancer | {Scheme: internal, LoadBalancerAttributes: [{Key: a, Value: b}, {Key: deletion_protection.enabled, Value: 'true'}]} | {Scheme: internal} | PROTECTION MEDIUM It loses deletion protection
          AWS::DynamoDB::Table | {PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true}} | {} | PROTECTION MEDIUM It loses point-in-time recovery
          AWS::S3::Bucket | {VersioningConfiguration: {Status: Enabled}} | {VersioningConfiguration: {Status: Suspended}} | PROTECTION MEDIUM It loses versioning of the objects
          AWS::RDS::DBInstance | {BackupRetentionPeriod: 7} | {BackupRetentionPeriod: 1} | PROTECTION MEDIUM The time that backups are kept gets shorter: 7 -> 1
          AWS::RDS::DBInstance | {BackupRetentionPeriod: 7} | {BackupRetentionPeriod: 0} | PROTECTION HIGH No backups are kept any more: 7 -> 0
          AWS::RDS::DBInstance | {BackupRetentionPeriod: 1} | {BackupRetentionPeriod: 7} | -
          AWS::Logs::LogGroup | {} | {RetentionInDays: 7} | PROTECTION MEDIUM Logs older than 7 days, kept for ever so far, are deleted
          AWS::Logs::LogGroup | {RetentionInDays: 14} | {RetentionInDays: 7} | PROTECTION MEDIUM The time that logs are kept gets shorter: 14 -> 7
          AWS::Logs::LogGroup | {a: b} | {} | -
          AWS::Lambda::Function | {MemorySize: 128} | {MemorySize: '512'} | COST LOW It may cost more: memory 128 -> 512
          AWS::Lambda::Function | {MemorySize: 512} | {MemorySize: 128} | DOWNTIME LOW It has less to serve with: memory 512 -> 128
          AWS::Lambda::Function | {MemorySize: 512} | {MemorySize: 512.0} | -
          AWS::Lambda::Function | {MemorySize: 512} | {} | -
          AWS::Lambda::Function | {MemorySize: 512} | {MemorySize: !GetAtt a.b} | -
          AWS::Lambda::Function | {} | {ReservedConcurrentExecutions: 0} | DOWNTIME HIGH It no longer runs (reserved concurrency 0)
          AWS::Lambda::Function | {ReservedConcurrentExecutions: 0} | {ReservedConcurrentExecutions: 0, a: b} | -
          AWS::ECS::Service | {DesiredCount: 2} | {DesiredCount: 0} | DOWNTIME HIGH It no longer runs (running tasks 0)
          AWS::EC2::Volume | {Size: 10} | {Size: 20} | COST LOW It may cost more: size 10 -> 20
          AWS::RDS::DBInstance | {DBInstanceClass: a} | {DBInstanceClass: b} | COST MEDIUM? DBInstanceClass changes: it may cost more, and may interrupt for a while
          AWS::RDS::DBInstance | {EngineVersion: '13'} | {EngineVersion: '15'} | DOWNTIME MEDIUM? EngineVersion changes: it may not answer for a while, and there may be no way back
          AWS::EKS::Cluster | {ResourcesVpcConfig: {EndpointPublicAccess: false}, Version: '1.30'} | {ResourcesVpcConfig: {EndpointPublicAccess: false}, Version: '1.31'} | DOWNTIME MEDIUM? Version changes: it may not answer for a while, and there may be no way back
          AWS::Custom::Thing | {Version: '1'} | {Version: '2'} | -
          AWS::Events::Rule | {State: ENABLED} | {State: DISABLED} | DOWNTIME MEDIUM It is switched off and starts nothing
          AWS::Lambda::EventSourceMapping | {} | {Enabled: false} | DOWNTIME MEDIUM It is switched off and starts nothing
          AWS::Lambda::EventSourceMapping | {Enabled: false} | {Enabled: false, a: b} | -
          AWS::Route53::RecordSet | {ResourceRecords: [a]} | {ResourceRecords: [b]} | DOWNTIME MEDIUM? The DNS record sends callers somewhere else from now on
          AWS::Route53::RecordSet | {ResourceRecords: [a], TTL: 1} | {ResourceRecords: [a], TTL: 2} | -
          AWS::DynamoDB::Table | {} | {TimeToLiveSpecification: {Enabled: true, AttributeName: ttl}} | PROTECTION MEDIUM Items are deleted when the time in their attribute ttl is over
          AWS::DynamoDB::Table | {TimeToLiveSpecification: {Enabled: true}} | {TimeToLiveSpecification: {Enabled: true, a: b}} | -
          AWS::S3::Bucket | {} | {LifecycleConfiguration: {Rules: [{Status: Enabled, ExpirationInDays: 30, NoncurrentVersionExpiration: {NoncurrentDays: 3}}]}} | PROTECTION MEDIUM Objects older than 30 days are deleted;; PROTECTION MEDIUM Old versions older than 3 days are deleted
          AWS::S3::Bucket | {LifecycleConfiguration: {Rules: [{Status: Enabled, Prefix: a/, ExpirationInDays: 30}]}} | {LifecycleConfiguration: {Rules: [{Status: Enabled, Filter: {Prefix: a/}, ExpirationInDays: 7}, {Status: Disabled, ExpirationInDays: 1}]}} | PROTECTION MEDIUM Objects under a/ older than 7 days are deleted, 30 days so far
          AWS::S3::Bucket | {LifecycleConfiguration: {Rules: [{Status: Enabled, ExpirationInDays: 7}]}} | {LifecycleConfiguration: {Rules: [{Status: Enabled, ExpirationInDays: 30}]}} | -
          AWS::ECR::Repository | {} | {LifecyclePolicy: {LifecyclePolicyText: a}} | PROTECTION MEDIUM Images that the new lifecycle policy names are deleted
          AWS::EC2::NatGateway | - | {} | COST LOW It costs from now on, whether it is used or not
          AWS::CloudWatch::Alarm | {a: b} | - | PROTECTION MEDIUM Nothing raises this alarm any more;; REMOVAL MEDIUM It is removed
          AWS::SNS::Topic | - | {} | -
          """)
  void meansMoreThanItsValue(String type, String before, String after, String expected) {
    assertThat(Risks.words(Risks.of(type, before, after)))
        .containsExactlyInAnyOrderElementsOf(Risks.expected(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "ELBSecurityPolicy-TLS13-1-2-2021-06,2",
    "ELBSecurityPolicy-TLS13-1-2-Res-2021-06,2",
    "ELBSecurityPolicy-TLS13-1-3-2021-06,3",
    "ELBSecurityPolicy-TLS13-1-0-2021-06,0",
    "ELBSecurityPolicy-TLS-1-1-2017-01,1",
    "ELBSecurityPolicy-TLS-1-2-Ext-2018-06,2",
    "ELBSecurityPolicy-FS-1-2-Res-2020-10,2",
    "ELBSecurityPolicy-2016-08,0",
    "TLSv1.2_2021,2",
    "TLSv1.1_2016,1",
    "TLSv1_2016,0",
    "TLSv1,0",
    "SSLv3,0",
    "TLS_1_0,0",
    "TLS_1_2,2",
    "Policy-Min-TLS-1-0-2019-07,0",
    "Policy-Min-TLS-1-2-PFS-2023-10,2",
    "SecurityPolicy_TLS13_1_3_2025_09,3",
    "something,-1"
  })
  void readsTheOldestTlsThatAPolicyAccepts(String policy, int minor) {
    assertThat(TlsRule.lowest(policy).orElse(-1)).isEqualTo(minor);
  }

  @org.junit.jupiter.api.Test
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
