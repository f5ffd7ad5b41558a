package io.stagegate.cli;

import java.util.Optional;
import java.util.function.Function;

/** What came of reading an input: a value, or the reason why there is none. */
sealed interface Read<T> {

  /** It could be read. */
  record Done<T>(T value) implements Read<T> {}

  /** It could not. */
  record Failed<T>(Problem problem) implements Read<T> {}

  /** It could be read, and so is there. */
  static <T> Read<Optional<T>> present(T value) {
    return new Done<>(Optional.of(value));
  }

  /** The next step of reading, taken only where this one went well. */
  default <U> Read<U> then(Function<T, Read<U>> next) {
    return switch (this) {
      case Done<T>(var value) -> next.apply(value);
      case Failed<T>(var problem) -> new Failed<>(problem);
    };
  }
}
