package io.stagegate.review;

import java.util.List;
import java.util.stream.Collectors;

/** Puts what is the same for many changes into one line. */
final class Folding {
  private Folding() {}

  static String code(List<Change> changes) {
    String names = changes.stream().map(Change::logicalId).collect(Collectors.joining(", "));
    return (changes.size() == 1
            ? "1 function changes its code alone: "
            : changes.size() + " functions change their code alone: ")
        + names;
  }
}
