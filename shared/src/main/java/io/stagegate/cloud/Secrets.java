package io.stagegate.cloud;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Secrets, by name. Values are never logged. */
public interface Secrets {
  /** For so long after a secret was replaced the value before it counts too. */
  Duration OVERLAP = Duration.ofHours(24);

  /** The secret's current value; empty where there is none of that name. */
  Optional<String> get(String name);

  /**
   * Whether one of the values that count passes a check: the current one, and for {@link #OVERLAP}
   * the one before it. Where none does, the secret is read anew once in a while before the answer
   * is no, so that one that was replaced just now counts at once.
   */
  boolean accepts(String name, Predicate<String> check);

  /**
   * Makes a secret.
   *
   * @throws IllegalStateException where there is one of that name
   */
  void create(String name, String value);

  /**
   * Gives a secret another value.
   *
   * @throws IllegalStateException where there is none of that name
   */
  void replace(String name, String value);
}
