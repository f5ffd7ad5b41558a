package io.stagegate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.model.ProjectId;
import io.stagegate.model.Push;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookMessageTest {
  private static final ProjectId SHOP = new ProjectId("shop");
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private static final Push PUSH =
      new Push(
          "refs/heads/main",
          false,
          Push.NOWHERE,
          "a".repeat(40),
          "Say hello\n\nlouder",
          "Ada",
          Set.of("ada"));

  /** Whole but for what it tells of. */
  private static final String NO_PUSH =
      """
      {"version":1,"delivery":"d-1","project":"shop","push":{"ref":"refs/heads/main"},\
      "receivedAt":"2026-11-01T10:00:00Z"}""";

  @Test
  void aPushReadsAsItWasWritten() {
    var message = WebhookMessage.of("d-1", SHOP, PUSH, NOW);

    assertThat(WebhookMessage.decode(message.encode())).isEqualTo(message);
    assertThat(message.push()).isEqualTo(PUSH);
  }

  @Test
  void theShapeInTheQueueStays() {
    assertThat(WebhookMessage.of("d-1", SHOP, PUSH, NOW).encode())
        .isEqualTo(
            """
            {"version":1,"delivery":"d-1","project":"shop","push":{\
            "ref":"refs/heads/main","deleted":false,"before":"%s","after":"%s",\
            "message":"Say hello\\n\\nlouder","author":"Ada","authors":["ada"],"commits":1},\
            "receivedAt":"2026-11-01T10:00:00Z"}"""
                .formatted(Push.NOWHERE, "a".repeat(40)));
  }

  @Test
  void aPushThatDoesNotSayHowManyCommitsItBroughtIsOneOfOne() {
    var message = WebhookMessage.of("d-1", SHOP, PUSH, NOW);
    var older = message.encode().replace(",\"commits\":1", "");

    assertThat(older).isNotEqualTo(message.encode());
    assertThat(WebhookMessage.decode(older)).isEqualTo(message);
  }

  @Test
  void anEndlessCommitMessageIsCut() {
    var push =
        new Push(
            "refs/heads/main",
            false,
            Push.NOWHERE,
            "a".repeat(40),
            "x".repeat(100_000),
            "Ada",
            Set.of("ada"));

    assertThat(WebhookMessage.of("d", SHOP, push, NOW).encode()).hasSizeLessThan(2_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{}", "null", "{\"version\":2}", "{\"version\":1}", "hello", NO_PUSH})
  void anythingElseIsRefused(String json) {
    assertThatThrownBy(() -> WebhookMessage.decode(json))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
