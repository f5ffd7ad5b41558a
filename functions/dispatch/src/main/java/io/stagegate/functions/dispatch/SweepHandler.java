package io.stagegate.functions.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.step.Step;

/** Lambda: runs each minute. */
public final class SweepHandler extends Step<JsonNode, Sweep.Swept> {
  private final Sweep sweep;

  public SweepHandler() {
    this(DaggerDispatchComponent.create().sweep());
  }

  SweepHandler(Sweep sweep) {
    super(JsonNode.class);
    this.sweep = sweep;
  }

  @Override
  protected Sweep.Swept run(JsonNode event) {
    return sweep.run();
  }
}
