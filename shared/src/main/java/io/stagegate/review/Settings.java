package io.stagegate.review;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;

/**
 * Settings whose change means more than its value says, by their pointer in Properties; after the
 * pages of each type in the template reference.
 */
final class Settings {
  /** Switches that protect or encrypt while they are on, that is true or ENABLED or present. */
  record Switch(JsonPointer pointer, RiskKind kind, RiskLevel level, String what) {}

  /** Amounts: less of one weakens protection, more of one costs. */
  record Amount(JsonPointer pointer, RiskKind kind, boolean harmsWhenLess, String what) {}

  static final List<Switch> SWITCHES =
      List.of(
          encryption("/StorageEncrypted", "encryption of the storage"),
          encryption("/Encrypted", "encryption"),
          encryption("/SSESpecification/SSEEnabled", "encryption with an own key"),
          encryption("/BucketEncryption", "the bucket's encryption setting"),
          encryption("/SqsManagedSseEnabled", "encryption of the messages"),
          encryption("/KmsMasterKeyId", "encryption with an own key"),
          encryption("/KmsKeyId", "encryption with an own key"),
          encryption("/StreamEncryption", "encryption of the stream"),
          encryption("/TransitEncryptionEnabled", "encryption in transit"),
          encryption("/AtRestEncryptionEnabled", "encryption at rest"),
          encryption("/EncryptionAtRestOptions/Enabled", "encryption at rest"),
          encryption("/NodeToNodeEncryptionOptions/Enabled", "encryption between nodes"),
          protection("/DeletionProtection", "deletion protection"),
          protection("/DeletionProtectionEnabled", "deletion protection"),
          protection(
              "/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled",
              "point-in-time recovery"),
          protection("/VersioningConfiguration/Status", "versioning of the objects"),
          protection("/EnableKeyRotation", "rotation of the key"),
          protection("/MultiAZ", "the standby in another zone"),
          protection("/RedrivePolicy", "the dead-letter queue"),
          protection("/DeadLetterConfig", "the dead-letter queue"));

  static final List<Amount> AMOUNTS =
      List.of(
          less("/BackupRetentionPeriod", "backups are kept"),
          less("/SnapshotRetentionLimit", "snapshots are kept"),
          less("/RetentionInDays", "logs are kept"),
          less("/MessageRetentionPeriod", "messages are kept"),
          less("/RetentionPeriodHours", "records are kept"),
          more("/MemorySize", "memory"),
          more("/AllocatedStorage", "storage"),
          more("/Iops", "provisioned IOPS"),
          more("/DesiredCount", "running tasks"),
          more("/MinSize", "instances at least"),
          more("/MaxSize", "instances at most"),
          more("/MaxCapacity", "capacity at most"),
          more("/NumCacheNodes", "cache nodes"),
          more("/ShardCount", "shards"),
          more("/ProvisionedThroughput/ReadCapacityUnits", "read capacity"),
          more("/ProvisionedThroughput/WriteCapacityUnits", "write capacity"),
          more(
              "/ProvisionedConcurrencyConfig/ProvisionedConcurrentExecutions",
              "provisioned concurrency"));

  /** Choices of which any change costs more or less, or interrupts. */
  static final List<String> SIZES =
      List.of("DBInstanceClass", "CacheNodeType", "InstanceType", "NodeType", "BillingMode");

  private Settings() {}

  private static Switch encryption(String pointer, String what) {
    return new Switch(JsonPointer.compile(pointer), RiskKind.ENCRYPTION, RiskLevel.HIGH, what);
  }

  private static Switch protection(String pointer, String what) {
    return new Switch(JsonPointer.compile(pointer), RiskKind.PROTECTION, RiskLevel.MEDIUM, what);
  }

  private static Amount less(String pointer, String what) {
    return new Amount(JsonPointer.compile(pointer), RiskKind.PROTECTION, true, what);
  }

  private static Amount more(String pointer, String what) {
    return new Amount(JsonPointer.compile(pointer), RiskKind.COST, false, what);
  }
}
