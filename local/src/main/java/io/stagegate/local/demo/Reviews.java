package io.stagegate.local.demo;

import io.stagegate.review.Review;
import io.stagegate.review.ReviewText;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;

/** A review, short enough for a terminal beside the story. */
final class Reviews {
  /** Lines of one review; the example's are all shown. */
  static final int MOST = 30;

  /** Characters of a line, so that long ids and reasons take one line each. */
  static final int WIDTH = 110;

  private Reviews() {}

  /** What {@code ./stagegate review} prints of it; where that is long, without the properties. */
  static List<String> lines(Review review) {
    List<String> all = lines(ReviewText.render(review, false));
    List<String> lines = all.size() <= MOST ? all : lines(ReviewText.brief(review));
    if (lines.size() <= MOST) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, MOST));
    shown.add("|   and " + (lines.size() - MOST) + " more lines on the page");
    return shown;
  }

  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).map(line -> "| " + cut(line)).toList();
  }

  private static String cut(String line) {
    return line.codePointCount(0, line.length()) <= WIDTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, WIDTH - 1)) + "…";
  }

  /** What a rollback's page says about data. */
  static String backNotice(Document page) {
    return page.select("[data-notice=removed-data]").text();
  }
}
