package io.stagegate.review;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Map;

/**
 * Numbers of which more or less matters, by their pointer in Properties; after the pages of each
 * type in the template reference.
 */
final class Amounts {
  /** A time for which something is kept: less of it loses some. */
  record Kept(JsonPointer pointer, String what) {}

  /**
   * How much there is to serve with: more of it costs, less of it may not be enough.
   *
   * @param runs whether nothing runs with none of it
   */
  record Capacity(JsonPointer pointer, String what, boolean runs) {}

  private static final List<Kept> ALL_KEPT =
      List.of(
          kept("/BackupRetentionPeriod", "backups are kept"),
          kept("/SnapshotRetentionLimit", "snapshots are kept"),
          kept("/AutomatedSnapshotRetentionPeriod", "snapshots are kept"),
          kept("/AutomaticBackupRetentionDays", "backups are kept"),
          kept("/PerformanceInsightsRetentionPeriod", "figures of its performance are kept"),
          kept("/RetentionInDays", "logs are kept"),
          kept("/RetentionDays", "events are kept"),
          kept("/MessageRetentionPeriod", "messages are kept"),
          kept("/RetentionPeriodHours", "records are kept"),
          kept("/PendingWindowInDays", "a deleted key can be had back"),
          kept("/RecoveryWindowInDays", "a deleted secret can be had back"));

  private static final List<Capacity> ALL_CAPACITY =
      List.of(
          capacity("/MemorySize", "memory"),
          capacity("/EphemeralStorage/Size", "temporary storage"),
          runs("/ReservedConcurrentExecutions", "reserved concurrency"),
          capacity("/AllocatedStorage", "storage"),
          capacity("/StorageCapacity", "storage"),
          capacity("/Size", "size"),
          capacity("/Iops", "provisioned IOPS"),
          runs("/DesiredCount", "running tasks"),
          runs("/DesiredCapacity", "instances"),
          capacity("/MinSize", "instances at least"),
          runs("/MaxSize", "instances at most"),
          capacity("/MinCapacity", "capacity at least"),
          runs("/MaxCapacity", "capacity at most"),
          capacity("/ServerlessV2ScalingConfiguration/MinCapacity", "capacity at least"),
          capacity("/ServerlessV2ScalingConfiguration/MaxCapacity", "capacity at most"),
          capacity("/ScalingConfiguration/MinCapacity", "capacity at least"),
          capacity("/ScalingConfiguration/MaxCapacity", "capacity at most"),
          capacity("/NumCacheNodes", "cache nodes"),
          capacity("/NumCacheClusters", "cache nodes"),
          capacity("/NumNodeGroups", "shards"),
          capacity("/ReplicasPerNodeGroup", "replicas"),
          capacity("/ShardCount", "shards"),
          capacity("/NumberOfNodes", "nodes"),
          capacity("/NumberOfBrokerNodes", "brokers"),
          capacity("/ClusterConfig/InstanceCount", "nodes"),
          capacity("/ThroughputCapacity", "throughput"),
          capacity("/ProvisionedThroughput/ReadCapacityUnits", "read capacity"),
          capacity("/ProvisionedThroughput/WriteCapacityUnits", "write capacity"),
          capacity(
              "/ProvisionedConcurrencyConfig/ProvisionedConcurrentExecutions",
              "provisioned concurrency"));

  /** Choices of which any change costs more or less, and may interrupt. */
  private static final List<JsonPointer> ALL_SIZES =
      List.of(
          JsonPointer.compile("/DBInstanceClass"),
          JsonPointer.compile("/DBClusterInstanceClass"),
          JsonPointer.compile("/CacheNodeType"),
          JsonPointer.compile("/InstanceType"),
          JsonPointer.compile("/NodeType"),
          JsonPointer.compile("/StorageType"),
          JsonPointer.compile("/VolumeType"),
          JsonPointer.compile("/BillingMode"),
          JsonPointer.compile("/ClusterConfig/InstanceType"),
          JsonPointer.compile("/BrokerNodeGroupInfo/InstanceType"));

  /** By the property that they stand in. */
  static final Map<String, List<Kept>> KEPT =
      ALL_KEPT.stream().collect(groupingBy(each -> each.pointer().getMatchingProperty()));

  static final Map<String, List<Capacity>> CAPACITY =
      ALL_CAPACITY.stream().collect(groupingBy(each -> each.pointer().getMatchingProperty()));

  static final Map<String, List<JsonPointer>> SIZES =
      ALL_SIZES.stream().collect(groupingBy(JsonPointer::getMatchingProperty));

  private Amounts() {}

  private static Kept kept(String pointer, String what) {
    return new Kept(JsonPointer.compile(pointer), what);
  }

  private static Capacity capacity(String pointer, String what) {
    return new Capacity(JsonPointer.compile(pointer), what, false);
  }

  private static Capacity runs(String pointer, String what) {
    return new Capacity(JsonPointer.compile(pointer), what, true);
  }
}
