package io.stagegate.functions.webhook;

import io.stagegate.http.HttpFunction;
import io.stagegate.http.Log;
import io.stagegate.http.Routes;

/** {@code POST /webhooks/{project}}: GitHub tells of a push. */
public final class WebhookHandler extends HttpFunction {
  /** Built by the Lambda runtime. */
  public WebhookHandler() {
    this(DaggerWebhookComponent.create());
  }

  private WebhookHandler(WebhookComponent component) {
    this(component.webhooks(), component.log());
  }

  WebhookHandler(Webhooks webhooks, Log log) {
    super(
        Routes.builder().post("/webhooks/{project}", webhooks::take).build(),
        log,
        Integer.MAX_VALUE);
  }
}
