package io.stagegate.review;

import java.util.List;

/** Every rule that a change is judged by. */
final class Rules {
  static final List<Rule> ALL =
      List.of(new DataLossRule(), new ReplacementRule(), new UnknownRule());

  private Rules() {}
}
