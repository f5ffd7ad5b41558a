package io.stagegate.wiring;

import java.util.Map;
import java.util.Optional;

/** A function's environment variables, read once; an empty one counts as missing. */
public final class Settings {
  private final Map<String, String> values;

  public Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * A setting the function can't work without.
   *
   * @throws IllegalStateException where it is missing, naming it
   */
  public String required(String name) {
    return optional(name)
        .orElseThrow(
            () -> new IllegalStateException("The environment variable " + name + " is not set."));
  }

  public Optional<String> optional(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }
}
