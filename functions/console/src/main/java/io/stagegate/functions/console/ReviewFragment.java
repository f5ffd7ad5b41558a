package io.stagegate.functions.console;

/** A stored review as a part of a page. */
@FunctionalInterface
interface ReviewFragment {
  /**
   * Renders a review.
   *
   * @param stored the review's JSON document
   * @return HTML with everything from outside escaped
   */
  String of(byte[] stored);
}
