package io.stagegate.infra;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/**
 * Where the audit log lies: its table, and the bucket of its signed heads.
 *
 * <p>The table is apart from the table of all state, so that what may be done to it is for AWS to
 * hold: whoever writes it may put and get items, and nobody may delete or update one. In the bucket
 * an object is written once, by the function that signs, and deleted by nobody.
 */
final class Audit extends Construct {
  private final Table table;
  private final Bucket heads;

  Audit(Stack stack, Storage storage) {
    super(stack, "Audit");
    table = Storage.rows(this).build();
    Names.fix(table, "AuditTable");
    heads = storage.lockedBucket(this, "Heads");
    Names.fix(heads, "AuditHeads");
    heads.addToResourcePolicy(
        Grants.denyEverybody(
            List.of(
                "s3:BypassGovernanceRetention",
                "s3:DeleteObject",
                "s3:DeleteObjectVersion",
                "s3:PutLifecycleConfiguration",
                "s3:PutObjectRetention"),
            heads.getBucketArn(),
            heads.arnForObjects("*")));
  }

  Table table() {
    return table;
  }

  /** The signed heads. */
  Bucket heads() {
    return heads;
  }

  /** Writing entries: the chain's head is read, an entry and the head are put. */
  PolicyStatement append() {
    return Grants.allow(List.of("dynamodb:GetItem", "dynamodb:PutItem"), table.getTableArn());
  }

  PolicyStatement read() {
    return Grants.allow(List.of("dynamodb:GetItem", "dynamodb:Query"), table.getTableArn());
  }

  PolicyStatement readHeads() {
    return Grants.allow(List.of("s3:GetObject"), heads.arnForObjects("*"));
  }

  PolicyStatement listHeads() {
    return Grants.list(heads);
  }

  PolicyStatement keepHeads() {
    return Grants.allow(List.of("s3:GetObject", "s3:PutObject"), heads.arnForObjects("*"));
  }
}
