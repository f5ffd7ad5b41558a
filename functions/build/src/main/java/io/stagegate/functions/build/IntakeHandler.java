package io.stagegate.functions.build;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.stagegate.source.WebhookMessage;
import java.util.ArrayList;
import java.util.HashSet;

/** Takes webhook deliveries from the intake queue. */
public final class IntakeHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  private final TakeDelivery deliveries;

  public IntakeHandler() {
    this(DaggerIntakeComponent.create().takeDelivery());
  }

  IntakeHandler(TakeDelivery deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    var failed = new ArrayList<BatchItemFailure>();
    var held = new HashSet<String>();
    for (var message : event.getRecords()) {
      // In a FIFO queue whatever follows a failed message of its group waits behind it.
      var group = message.getAttributes().getOrDefault("MessageGroupId", message.getMessageId());
      if (held.contains(group)) {
        failed.add(new BatchItemFailure(message.getMessageId()));
        continue;
      }
      try {
        var outcome = deliveries.take(WebhookMessage.decode(message.getBody()));
        context.getLogger().log("delivery in message " + message.getMessageId() + ": " + outcome);
      } catch (RuntimeException e) {
        context.getLogger().log("message " + message.getMessageId() + " not taken: " + e);
        held.add(group);
        failed.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failed);
  }
}
