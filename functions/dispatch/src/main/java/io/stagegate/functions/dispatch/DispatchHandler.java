package io.stagegate.functions.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.step.Step;
import io.stagegate.store.Codec;
import io.stagegate.store.OutboxEntry;

/** Lambda: delivers the outbox entries that the table's stream brings. */
public final class DispatchHandler extends Step<JsonNode, DispatchHandler.Delivered> {
  private final Outbox outbox;

  /** How many entries were delivered. */
  public record Delivered(int entries) {}

  public DispatchHandler() {
    this(DaggerDispatchComponent.create().outbox());
  }

  DispatchHandler(Outbox outbox) {
    super(JsonNode.class);
    this.outbox = outbox;
  }

  /**
   * An entry that fails throws: the stream brings its batch again, and the sweep comes after it.
   */
  @Override
  protected Delivered run(JsonNode event) {
    int entries = 0;
    for (var record : event.path("Records")) {
      var document = record.path("dynamodb").path("NewImage").path("d").path("S");
      outbox.deliver(Codec.read(document.asText(), OutboxEntry.class));
      entries++;
    }
    return new Delivered(entries);
  }
}
