package io.stagegate.local.emulator;

import java.net.URI;

/** An emulator that somebody else started. It is left running. */
public record ExternalEmulator(URI endpoint) implements Emulator {
  @Override
  public String description() {
    return "the emulator at " + endpoint;
  }

  @Override
  public void close() {
    // Not ours.
  }
}
