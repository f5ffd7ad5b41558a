package io.stagegate.cloud;

import java.util.Optional;

/** Secrets, by name. Values are never logged. */
public interface Secrets {
  /** The secret's current value; empty where there is none of that name. */
  Optional<String> get(String name);

  /**
   * Makes a secret.
   *
   * @throws IllegalStateException where there is one of that name
   */
  void create(String name, String value);
}
