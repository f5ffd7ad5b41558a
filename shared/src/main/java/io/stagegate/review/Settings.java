package io.stagegate.review;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Map;

/**
 * Settings whose change means more than its value says, by their pointer in Properties; after the
 * pages of each type in the template reference. They mean the same in every type that has them.
 */
final class Settings {
  /** Switches that protect or encrypt while they are on, that is true or ENABLED or present. */
  record Switch(JsonPointer pointer, RiskKind kind, RiskLevel level, String what) {}

  private static final List<Switch> ALL =
      List.of(
          encryption("/StorageEncrypted", "encryption of the storage"),
          encryption("/Encrypted", "encryption"),
          encryption("/SSESpecification/SSEEnabled", "encryption with an own key"),
          encryption("/BucketEncryption", "the bucket's encryption setting"),
          encryption("/SqsManagedSseEnabled", "encryption of the messages"),
          encryption("/KmsMasterKeyId", "encryption with an own key"),
          encryption("/KmsKeyId", "encryption with an own key"),
          encryption("/KmsKeyArn", "encryption with an own key"),
          encryption("/EncryptionKey", "encryption with an own key"),
          encryption("/EncryptionConfiguration", "encryption with an own key"),
          encryption(
              "/DeliveryStreamEncryptionConfigurationInput", "encryption of the delivery stream"),
          encryption("/StreamEncryption", "encryption of the stream"),
          encryption("/TransitEncryptionEnabled", "encryption in transit"),
          encryption("/AtRestEncryptionEnabled", "encryption at rest"),
          encryption("/EncryptionAtRestOptions/Enabled", "encryption at rest"),
          encryption("/NodeToNodeEncryptionOptions/Enabled", "encryption between nodes"),
          encryption("/EncryptionInfo/EncryptionInTransit/InCluster", "encryption between brokers"),
          encryption("/DomainEndpointOptions/EnforceHTTPS", "the duty to use HTTPS"),
          protection("/DeletionProtection", "deletion protection"),
          protection("/DeletionProtectionEnabled", "deletion protection"),
          protection("/DisableApiTermination", "protection from being ended"),
          protection(
              "/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled",
              "point-in-time recovery"),
          protection("/VersioningConfiguration/Status", "versioning of the objects"),
          protection("/ObjectLockEnabled", "object lock"),
          protection("/BackupPolicy/Status", "its backups"),
          protection("/EnableKeyRotation", "rotation of the key"),
          protection("/MultiAZ", "the standby in another zone"),
          protection("/MultiAZEnabled", "the standby in another zone"),
          protection("/AutomaticFailoverEnabled", "failover by itself"),
          protection("/ImageTagMutability", "tags that can't be moved to another image"),
          protection("/MfaConfiguration", "the duty to have a second factor"),
          protection("/RedrivePolicy", "the dead-letter queue"),
          protection("/DeadLetterConfig", "the dead-letter queue"),
          protection("/DeadLetterQueue", "the dead-letter queue"),
          protection("/DistributionConfig/WebACLId", "its firewall (web ACL)"),
          protection("/IsLogging", "the trail of what is done in the account"),
          protection("/EnableLogFileValidation", "the check of its log files"),
          protection("/LoggingConfiguration", "its logs"),
          protection("/AccessLogSettings", "its access log"),
          protection("/AccessLogSetting", "its access log"),
          protection("/ActionsEnabled", "the actions of the alarm"));

  /** By the property that they stand in. */
  static final Map<String, List<Switch>> SWITCHES =
      ALL.stream().collect(groupingBy(each -> each.pointer().getMatchingProperty()));

  private Settings() {}

  private static Switch encryption(String pointer, String what) {
    return new Switch(JsonPointer.compile(pointer), RiskKind.ENCRYPTION, RiskLevel.HIGH, what);
  }

  private static Switch protection(String pointer, String what) {
    return new Switch(JsonPointer.compile(pointer), RiskKind.PROTECTION, RiskLevel.MEDIUM, what);
  }
}
