package io.stagegate.cloud;

import software.amazon.awssdk.services.sqs.SqsClient;

/** An SQS FIFO queue. */
public final class SqsQueue implements Queue {
  private final SqsClient sqs;
  private final String url;

  public SqsQueue(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  @Override
  public void send(String body, String group, String once) {
    sqs.sendMessage(
        message ->
            message
                .queueUrl(url)
                .messageBody(body)
                .messageGroupId(group)
                .messageDeduplicationId(once));
  }
}
