package io.stagegate.functions.build;

import static io.stagegate.functions.build.Fixtures.CLOCK;
import static io.stagegate.functions.build.Fixtures.NOW;
import static io.stagegate.functions.build.Fixtures.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.stagegate.model.Push;
import io.stagegate.source.WebhookMessage;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntakeHandlerTest {
  private final MemoryStore store = new MemoryStore(CLOCK);
  private final IntakeHandler handler = new IntakeHandler(new TakeDelivery(store, CLOCK));

  private static SQSMessage message(String id, String group, String body) {
    var message = new SQSMessage();
    message.setMessageId(id);
    message.setAttributes(Map.of("MessageGroupId", group));
    message.setBody(body);
    return message;
  }

  private static String push(String delivery, String digit) {
    var push =
        new Push("refs/heads/main", false, Push.NOWHERE, digit.repeat(40), "", "Ada", Set.of());
    return WebhookMessage.of(delivery, SHOP, push, NOW).encode();
  }

  private List<String> failed(SQSMessage... messages) {
    var event = new SQSEvent();
    event.setRecords(List.of(messages));
    return handler.handleRequest(event, new LambdaContext()).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  @Test
  void takesWhatItCan() {
    Fixtures.save(store, Fixtures.shop());

    assertThat(failed(message("1", "g", push("d1", "a")), message("2", "g", push("d2", "b"))))
        .isEmpty();
    assertThat(store.read(Keys.build(SHOP, 2))).isPresent();
  }

  @Test
  void behindAFailureItsGroupWaitsAndOthersGoOn() {
    Fixtures.save(store, Fixtures.shop());

    assertThat(
            failed(
                message("1", "g", "not json"),
                message("2", "h", push("d2", "a")),
                message("3", "g", push("d3", "b"))))
        .containsExactly("1", "3");
    assertThat(store.effects()).hasSize(1);
  }
}
