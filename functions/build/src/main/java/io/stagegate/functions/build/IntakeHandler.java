package io.stagegate.functions.build;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.stagegate.source.WebhookMessage;

/** Lambda: takes webhook deliveries from the intake queue. */
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
    return FifoBatch.take(event, message -> isTaken(message, context.getLogger()));
  }

  private boolean isTaken(SQSMessage message, LambdaLogger log) {
    try {
      var outcome = deliveries.take(WebhookMessage.decode(message.getBody()));
      log.log("delivery in message " + message.getMessageId() + ": " + outcome);
      return true;
    } catch (RuntimeException e) {
      log.log("message " + message.getMessageId() + " not taken: " + e);
      return false;
    }
  }
}
