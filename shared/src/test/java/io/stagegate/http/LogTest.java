package io.stagegate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.store.Codec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTest {
  @Test
  void countsAsAnEmbeddedMetric() throws IOException {
    List<String> lines = new ArrayList<>();
    new Log("webhook", new Ticking("2026-11-23T10:00:00Z"), lines::add).count("WebhooksRefused");

    var line = Codec.mapper().readTree(lines.getFirst());
    var metrics = line.path("_aws").path("CloudWatchMetrics").get(0);
    assertThat(line.path("_aws").path("Timestamp").asLong()).isEqualTo(1_795_428_000_000L);
    assertThat(metrics.path("Metrics").get(0).path("Name").asText()).isEqualTo("WebhooksRefused");
    assertThat(line.path(metrics.path("Dimensions").get(0).get(0).asText()).asText())
        .isEqualTo("webhook");
    assertThat(line.path("WebhooksRefused").asInt()).isEqualTo(1);
  }
}
