package io.stagegate.infra;

import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.FilterCriteriaProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.FilterProperty;
import software.constructs.Construct;

/**
 * The way from a chain's new head to its signature: the audit table's stream, and each hour the
 * schedule, which finds what the stream gave up on.
 */
final class Signing extends Construct {
  private static final String HEADS = "{\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":[\"HEAD\"]}}}}";

  Signing(Stack stack, Audit audit, LambdaFunction sign) {
    super(stack, "Signing");
    String stream = Objects.requireNonNull(audit.table().getTableStreamArn());
    sign.may(
        Grants.allow(
            List.of(
                "dynamodb:DescribeStream",
                "dynamodb:GetRecords",
                "dynamodb:GetShardIterator",
                "dynamodb:ListStreams"),
            stream));
    CfnEventSourceMapping.Builder.create(this, "Heads")
        .functionName(sign.arn())
        .eventSourceArn(stream)
        .startingPosition("TRIM_HORIZON")
        .batchSize(100)
        .filterCriteria(
            FilterCriteriaProperty.builder()
                .filters(List.of(FilterProperty.builder().pattern(HEADS).build()))
                .build())
        .bisectBatchOnFunctionError(true)
        .maximumRetryAttempts(3)
        .maximumRecordAgeInSeconds(3600)
        .build()
        .addResourceDependency(sign.policy());
    new Schedule(stack, "SigningSchedule", sign, "Signs what was left over", "rate(1 hour)");
  }
}
