package io.stagegate.local.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.local.LocalSystem;
import io.stagegate.local.github.Deliveries;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Push;
import io.stagegate.source.WebhookMessage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Deliveries that come again when the queue has forgotten the first, which it does after five
 * minutes; GitHub sends again for three days.
 */
@ExtendWith(SharedSystem.class)
class RedeliveryTest {
  @Test
  void whatTheQueueHandsOverAgainIsOneBuildStill(LocalSystem system, @TempDir Path folder)
      throws Exception {
    try (var road = new Road(system, "redelivered", folder, Templates.version(1))) {
      var delivery = road.delivery();
      assertThat(road.send(delivery).statusCode()).isEqualTo(202);
      assertThat(road.built(1).path("state").asText()).isEqualTo("DEPLOYED");
      var events = road.events();

      handOver(system, road, delivery.id());
      handOver(system, road, delivery.id());
      // Two webhooks of one repository tell of a push under two ids.
      handOver(system, road, "another-webhook");

      assertThat(road.api().got(road.path("/builds")).path("items")).hasSize(1);
      assertThat(road.events()).isEqualTo(events);
      assertThat(road.stage("dev").path("latest").asInt()).isEqualTo(1);
      road.deploy(2, Templates.version(2));
    }
  }

  private static void handOver(LocalSystem system, Road road, String delivery) throws Exception {
    var head = road.git().branch("main").orElseThrow();
    var push =
        new Push("refs/heads/main", false, Deliveries.NOTHING, head, "Again", "Ada", Set.of());
    var message = WebhookMessage.of(delivery, new ProjectId("redelivered"), push, Instant.now());
    var record =
        Map.of(
            "messageId",
            "again-" + delivery,
            "body",
            message.encode(),
            "eventSource",
            "aws:sqs",
            "attributes",
            Map.of("MessageGroupId", "again"));
    var answer = Functions.invoke(system, "intake", Map.of("Records", List.of(record)));
    assertThat(answer.path("batchItemFailures")).isEmpty();
  }
}
