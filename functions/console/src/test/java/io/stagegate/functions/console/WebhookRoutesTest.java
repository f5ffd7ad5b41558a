package io.stagegate.functions.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.release.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookRoutesTest {
  private static final String NAME = "gate/webhook/shop";
  private static final String CALL = "/projects/shop/webhook/secret";
  private final Console console = new Console();

  @BeforeEach
  void aProjectWithItsSecret() {
    Samples.withTwoBuilds(console.store);
    console.secrets.create(NAME, "the first");
  }

  @Test
  void aNewSecretIsShownOnceAndTheOneBeforeCountsForADay() {
    var made = console.post(CALL, "{\"keepPrevious\":true}");

    assertThat(made.status()).isEqualTo(201);
    var secret = console.secrets.values.get(NAME);
    assertThat(secret).matches("[0-9a-f]{64}");
    assertThat(made.body())
        .contains(
            "\"secret\":\"" + secret + "\"",
            "\"url\":\"https://gate.example/webhooks/shop\"",
            "\"previousUntil\":\"2026-11-24T10:00:00Z\"");
    assertThat(console.secrets.replaced).containsExactly(NAME);
    assertThat(console.adminPage("/projects/shop/webhook").body()).doesNotContain(secret);
    assertThat(console.get("/projects/shop/events").body())
        .contains("webhook.renewed", "counts for a day")
        .doesNotContain(secret);
  }

  @Test
  void oneThatLeakedIsPushedOut() {
    var made = console.post(CALL, "{\"keepPrevious\":false}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body()).doesNotContain("previousUntil");
    assertThat(console.secrets.replaced).containsExactly(NAME, NAME);
  }

  @Test
  void thePageDoesTheSame() {
    var page = console.adminForm("/projects/shop/webhook", "leaked=on");

    assertThat(page.status()).isEqualTo(201);
    assertThat(page.body())
        .contains(console.secrets.values.get(NAME), "The one before counts no more.");
    assertThat(console.adminForm("/projects/shop/webhook", "").body()).contains("counts until");
  }

  @Test
  void onlyAnAdminMakesOne() {
    var promoter = console.doors.formOf("kim", "/projects/shop/webhook", "");
    assertThat(console.answer(promoter).status()).isEqualTo(403);
    assertThat(console.post(CALL, "{}").status()).isEqualTo(400);
    assertThat(console.post("/projects/none/webhook/secret", "{\"keepPrevious\":true}").status())
        .isEqualTo(404);
    assertThat(console.secrets.values).containsEntry(NAME, "the first");
  }
}
