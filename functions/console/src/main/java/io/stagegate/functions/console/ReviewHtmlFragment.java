package io.stagegate.functions.console;

import io.stagegate.http.Html;
import io.stagegate.review.ReviewCodec;

/** A stored review in short: its headline and which resources change. */
final class ReviewHtmlFragment {
  private ReviewHtmlFragment() {}

  static String render(byte[] stored) {
    var review = ReviewCodec.decode(stored);
    var html =
        new StringBuilder("<p><strong>" + Html.escape(review.headline()) + "</strong></p><ul>");
    for (var change : review.changes()) {
      html.append("<li>")
          .append(Html.escape(change.action() + " " + change.type() + " " + change.logicalId()))
          .append("</li>");
    }
    return html.append("</ul>").toString();
  }
}
