package io.stagegate.infra;

import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.DestinationConfigProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.FilterCriteriaProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.FilterProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.OnFailureProperty;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * The way from a new row of a list to the function that is to see it: the table's stream, which has
 * two readers at most.
 *
 * <p>What the stream gives up on is noted in a queue, for the alarm; the row itself is still in the
 * table, and the function that runs each minute finds it.
 */
final class NewRows extends Construct {

  /** New rows of one list only, so that no other write costs an invocation. */
  private static final String PATTERN =
      "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":[\"%s\"]}}}}";

  private final Queue failures;

  /**
   * @param list the partition key of the list
   */
  NewRows(Stack stack, String id, Table table, String list, LambdaFunction reader) {
    super(stack, id);
    failures =
        Queue.Builder.create(this, "Failures")
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .retentionPeriod(Duration.days(14))
            .build();
    Findings.explain(
        failures, "AwsSolutions-SQS3", "It is itself where failures go; nothing consumes it.");

    String stream = Objects.requireNonNull(table.getTableStreamArn());
    reader.may(
        Grants.allow(
            List.of(
                "dynamodb:DescribeStream",
                "dynamodb:GetRecords",
                "dynamodb:GetShardIterator",
                "dynamodb:ListStreams"),
            stream));
    reader.may(Grants.allow(List.of("sqs:SendMessage"), failures.getQueueArn()));
    CfnEventSourceMapping.Builder.create(this, "Rows")
        .functionName(reader.arn())
        .eventSourceArn(stream)
        .startingPosition("TRIM_HORIZON")
        .batchSize(10)
        .filterCriteria(
            FilterCriteriaProperty.builder()
                .filters(List.of(FilterProperty.builder().pattern(PATTERN.formatted(list)).build()))
                .build())
        .bisectBatchOnFunctionError(true)
        .maximumRetryAttempts(5)
        .maximumRecordAgeInSeconds(3600)
        .destinationConfig(
            DestinationConfigProperty.builder()
                .onFailure(OnFailureProperty.builder().destination(failures.getQueueArn()).build())
                .build())
        .build()
        .addResourceDependency(reader.policy());
  }

  Queue failures() {
    return failures;
  }
}
