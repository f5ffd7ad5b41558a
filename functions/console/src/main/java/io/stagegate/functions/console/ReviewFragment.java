package io.stagegate.functions.console;

import io.stagegate.http.Stylesheet;
import io.stagegate.review.ReviewCodec;
import io.stagegate.review.ReviewHtml;

/** A stored review as a part of a page. */
final class ReviewFragment {
  /** What it looks like; its own, as mails will use it too. */
  static final Stylesheet STYLESHEET = Stylesheet.of(ReviewHtml.class, ReviewHtml.STYLESHEET);

  private ReviewFragment() {}

  /**
   * Renders a review.
   *
   * @param stored the review's JSON document
   * @param address where that document is served
   * @return HTML with everything from outside escaped
   */
  static String of(byte[] stored, String address) {
    return new ReviewHtml(address).render(ReviewCodec.decode(stored));
  }
}
