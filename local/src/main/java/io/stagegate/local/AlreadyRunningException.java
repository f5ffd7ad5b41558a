package io.stagegate.local;

import java.util.Optional;

/** A local system runs already in this project's folder. */
public final class AlreadyRunningException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<LocalState> state;

  AlreadyRunningException(Optional<LocalState> state) {
    super(
        state
            .map(s -> "It runs already: " + s.console() + " (process " + s.pid() + ")")
            .orElse("Another one is just starting."));
    this.state = state;
  }

  /** Its addresses; empty while it is still starting. */
  public Optional<LocalState> state() {
    return state;
  }
}
