package io.stagegate.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** Log groups, all kept for the same time and gone with the stack. */
final class Logs {

  private Logs() {}

  static LogGroup group(Construct scope, String id) {
    return LogGroup.Builder.create(scope, id)
        .retention(RetentionDays.THREE_MONTHS)
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }
}
