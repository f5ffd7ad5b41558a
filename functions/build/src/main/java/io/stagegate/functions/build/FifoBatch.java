package io.stagegate.functions.build;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.function.Predicate;

/**
 * Takes a batch of a FIFO queue's messages one by one and answers which were not taken. In such a
 * queue whatever follows a failed message of its group waits behind it (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Handling
 * errors for an SQS event source</a>).
 */
final class FifoBatch {
  private FifoBatch() {}

  /**
   * Takes the messages in order.
   *
   * @param taken takes one, and says whether it did
   */
  static SQSBatchResponse take(SQSEvent batch, Predicate<SQSMessage> taken) {
    var failed = new ArrayList<BatchItemFailure>();
    var held = new HashSet<String>();
    for (var message : batch.getRecords()) {
      var group = message.getAttributes().getOrDefault("MessageGroupId", message.getMessageId());
      if (held.contains(group) || !taken.test(message)) {
        held.add(group);
        failed.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failed);
  }
}
