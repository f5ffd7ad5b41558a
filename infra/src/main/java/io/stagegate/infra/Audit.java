package io.stagegate.infra;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * The audit log's table. It is apart from the table of all state, so that what may be done to it is
 * for AWS to hold: whoever writes it may put and get items, and nobody may delete or update one.
 */
final class Audit extends Construct {
  private final Table table;

  Audit(Stack stack) {
    super(stack, "Audit");
    table = Storage.rows(this).build();
    Names.fix(table, "AuditTable");
  }

  Table table() {
    return table;
  }

  /** Writing entries: the chain's head is read, an entry and the head are put. */
  PolicyStatement append() {
    return Grants.allow(List.of("dynamodb:GetItem", "dynamodb:PutItem"), table.getTableArn());
  }

  PolicyStatement read() {
    return Grants.allow(List.of("dynamodb:GetItem", "dynamodb:Query"), table.getTableArn());
  }
}
