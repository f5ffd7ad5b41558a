package io.stagegate.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** The queue between a webhook's quick answer and the work: in order per project and ref. */
final class Intake extends Construct {

  /** Attempts before a message is set aside: a broken one must not hold up its group for long. */
  private static final int ATTEMPTS = 5;

  private final Queue queue;
  private final Queue deadLetters;

  Intake(Stack stack) {
    super(stack, "Intake");
    deadLetters = fifo("DeadLetters").retentionPeriod(Duration.days(14)).build();
    queue =
        fifo("Queue")
            // The sender names what is the same: two equal pushes are still two deliveries.
            .contentBasedDeduplication(false)
            // What AWS advises: longer than a batch's attempts inside the function's poller.
            .visibilityTimeout(Duration.seconds(6L * FunctionSpec.INTAKE.seconds()))
            .deadLetterQueue(
                DeadLetterQueue.builder().queue(deadLetters).maxReceiveCount(ATTEMPTS).build())
            .build();
  }

  /** Hands the queue's messages to {@code function}, which says which ones failed. */
  void feed(LambdaFunction function) {
    function.may(
        Grants.allow(
            List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
            queue.getQueueArn()));
    CfnEventSourceMapping.Builder.create(this, "Messages")
        .functionName(function.arn())
        .eventSourceArn(queue.getQueueArn())
        .batchSize(10)
        .functionResponseTypes(List.of("ReportBatchItemFailures"))
        .build()
        .addResourceDependency(function.policy());
  }

  Queue queue() {
    return queue;
  }

  Queue deadLetters() {
    return deadLetters;
  }

  private Queue.Builder fifo(String id) {
    return Queue.Builder.create(this, id)
        .fifo(true)
        .encryption(QueueEncryption.SQS_MANAGED)
        .enforceSsl(true);
  }
}
