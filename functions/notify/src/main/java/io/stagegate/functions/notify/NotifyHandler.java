package io.stagegate.functions.notify;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.step.Step;

/** Lambda: runs when the table's stream tells of something new to send, and each minute. */
public final class NotifyHandler extends Step<JsonNode, Deliveries.Delivered> {
  private final Deliveries deliveries;

  public NotifyHandler() {
    this(DaggerNotifyComponent.create().deliveries());
  }

  NotifyHandler(Deliveries deliveries) {
    super(JsonNode.class);
    this.deliveries = deliveries;
  }

  /** Whatever it was woken by, it sends what is due. */
  @Override
  protected Deliveries.Delivered run(JsonNode event) {
    return deliveries.run();
  }
}
