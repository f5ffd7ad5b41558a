package io.stagegate.functions.changeset;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.step.Step;

/** Lambda: runs each minute. */
public final class WatchHandler extends Step<JsonNode, WatchHandler.Watched> {
  private final Watch watch;

  /** That it has looked. */
  public record Watched(boolean looked) {}

  public WatchHandler() {
    this(DaggerWatchComponent.create().watch());
  }

  WatchHandler(Watch watch) {
    super(JsonNode.class);
    this.watch = watch;
  }

  @Override
  protected Watched run(JsonNode event) {
    watch.run();
    return new Watched(true);
  }
}
