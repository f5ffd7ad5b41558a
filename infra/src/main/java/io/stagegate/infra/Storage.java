package io.stagegate.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * The table of all state, and the buckets of packages and reviews.
 *
 * <p>All of it outlives the stack, and its logical ids are given by hand: moving code around must
 * never make CloudFormation replace what holds data.
 */
final class Storage extends Construct {

  private final Table table;
  private final Bucket logs;
  private final Bucket packages;
  private final Bucket reviews;

  Storage(Stack stack) {
    super(stack, "Storage");
    table = rows(this).timeToLiveAttribute("ttl").build();
    Names.fix(table, "StateTable");

    logs = bucket("AccessLogs").build();
    logs.addLifecycleRule(LifecycleRule.builder().expiration(Duration.days(365)).build());
    Names.fix(logs, "AccessLogs");

    packages = bucket("Packages").serverAccessLogsBucket(logs).serverAccessLogsPrefix("p/").build();
    Names.fix(packages, "Packages");
    reviews = bucket("Reviews").serverAccessLogsBucket(logs).serverAccessLogsPrefix("r/").build();
    Names.fix(reviews, "Reviews");
  }

  Table table() {
    return table;
  }

  /** Packages, by content hash: a rollback needs them for as long as a build may be applied. */
  Bucket packages() {
    return packages;
  }

  /** Reviews, by digest. */
  Bucket reviews() {
    return reviews;
  }

  /** A bucket in which each object stays for ten years, even from who may delete. */
  Bucket lockedBucket(Construct scope, String id) {
    return closed(scope, id)
        .objectLockEnabled(true)
        .objectLockDefaultRetention(ObjectLockRetention.governance(Duration.days(3650)))
        .serverAccessLogsBucket(logs)
        .serverAccessLogsPrefix("h/")
        .build();
  }

  private Bucket.Builder bucket(String id) {
    return closed(this, id)
        .lifecycleRules(
            List.of(
                LifecycleRule.builder()
                    .abortIncompleteMultipartUploadAfter(Duration.days(7))
                    .noncurrentVersionExpiration(Duration.days(90))
                    .build()));
  }

  private static Bucket.Builder closed(Construct scope, String id) {
    return Bucket.Builder.create(scope, id)
        .versioned(true)
        .encryption(BucketEncryption.S3_MANAGED)
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
        .enforceSsl(true)
        .removalPolicy(RemovalPolicy.RETAIN);
  }

  /** A table of our rows. */
  static Table.Builder rows(Construct scope) {
    return Table.Builder.create(scope, "Table")
        .partitionKey(key("pk"))
        .sortKey(key("sk"))
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .pointInTimeRecoverySpecification(
            PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
        .encryption(TableEncryption.AWS_MANAGED)
        .stream(StreamViewType.NEW_IMAGE)
        .deletionProtection(true)
        .removalPolicy(RemovalPolicy.RETAIN);
  }

  private static Attribute key(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
