package io.stagegate.review;

import java.util.List;
import java.util.Map;

/** Judges one change. */
interface Rule {
  /**
   * What is to be said of one change.
   *
   * @param stack the changes of the same stack by logical id
   */
  List<Risk> risks(Facts facts, Map<String, Facts> stack);
}
