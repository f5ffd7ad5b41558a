package io.stagegate.review;

import java.util.List;
import java.util.Locale;

/**
 * A review as a fragment of a page: headline, risks, then changes by stack and service, each in a
 * {@code details} element with its properties side by side. It needs no script; its looks come from
 * the resource {@value #STYLESHEET}. Everything is escaped, and it stays below {@value #MOST} bytes
 * of UTF-8: what does not fit goes by rank and is counted.
 */
public final class ReviewHtml {
  /** The stylesheet's name beside this class; it brings its own light and dark colors. */
  public static final String STYLESHEET = "review.css";

  /** Bytes of the largest fragment. */
  static final int MOST = 280_000;

  /** Bytes of the list of risks; the other ones stand at their changes. */
  private static final int RISKS = 40_000;

  /** What stands below the changes, and around the risks. */
  private static final int FRAME = 1_000;

  private static final int SENTENCE = 1_000;

  private final String all;

  public ReviewHtml() {
    this("");
  }

  /**
   * For a page.
   *
   * @param all address of the review as JSON, which holds what the page has no room for; empty
   *     where it has none
   */
  public ReviewHtml(String all) {
    this.all = all;
  }

  public String render(Review review) {
    Outline outline = Outline.of(review);
    StringBuilder out = new StringBuilder();
    out.append("<section class=\"review\" aria-labelledby=\"review-headline\">\n");
    out.append("<h2 id=\"review-headline\">").append(sentence(review.headline())).append("</h2>\n");
    out.append("<p class=\"rv-sum\">").append(badge(review.risk(), true)).append(' ');
    out.append(Html.text(Words.totals(review))).append("</p>\n");
    if (!review.executable() && !review.changeSets().isEmpty()) {
      out.append("<p class=\"rv-stop\" role=\"status\">")
          .append(sentence(Status.sentence(review)))
          .append("</p>\n");
    }
    HtmlChanges changes = HtmlChanges.of(review, outline, MOST - Html.bytes(out) - RISKS - FRAME);
    risks(out, outline, changes);
    outline.parts().forEach(part -> part(out, part, changes));
    changes.left().forEach(left -> out.append("<p>").append(left).append(where()).append("</p>\n"));
    out.append("<p class=\"rv-digest\">Digest <code>")
        .append(review.digest())
        .append("</code></p>\n");
    return out.append("</section>\n").toString();
  }

  private String where() {
    return all.isEmpty()
        ? ": the review as JSON has all of it."
        : ": <a href=\"" + Html.text(all) + "\">the review as JSON</a> has all of it.";
  }

  private static void risks(StringBuilder out, Outline outline, HtmlChanges changes) {
    if (outline.risks().isEmpty()) {
      return;
    }
    out.append("<h3>Risks</h3>\n<ul class=\"rv-risks\">\n");
    int room = RISKS;
    int shown = 0;
    for (Outline.Told told : outline.risks()) {
      String line = told(told, outline.severalStacks(), changes) + "\n";
      room -= Html.bytes(line);
      if (room < 0) {
        break;
      }
      out.append(line);
      shown++;
    }
    out.append("</ul>\n");
    if (shown < outline.risks().size()) {
      out.append("<p class=\"rv-note\">")
          .append(Words.count(outline.risks().size() - shown, "more risk"))
          .append(", the lowest, at their changes below.</p>\n");
    }
    if (outline.uncertain()) {
      out.append("<p class=\"rv-note\">").append(Html.text(Words.UNCERTAIN)).append("</p>\n");
    }
  }

  private static String told(Outline.Told told, boolean stacks, HtmlChanges changes) {
    String names = Html.text(Excerpt.cut(told.names(stacks), SENTENCE / 2));
    String anchor = told.about().size() == 1 ? changes.anchor(told.about().getFirst()) : "";
    String linked = anchor.isEmpty() ? names : "<a href=\"#" + anchor + "\">" + names + "</a>";
    return risk(told.risk(), names.isEmpty() ? "" : "<strong>" + linked + "</strong>: ");
  }

  /** The name of a stack over its changes. */
  static String heading(Outline.Part part) {
    return "<section class=\"rv-stack\"><h3>"
        + (part.stack().isEmpty() ? "Changes" : sentence(part.stack()))
        + " <small>"
        + Words.count(part.changes(), "change")
        + "</small></h3>\n";
  }

  static String heading(Outline.Group group) {
    return "<h4>" + sentence(group.service()) + "</h4>\n";
  }

  /** What several changes have in common, before them. */
  static String heading(Folding.Folded folded) {
    List<String> names = folded.changes().stream().map(Change::logicalId).toList();
    return "<details class=\"rv-c rv-fold\"><summary>"
        + Html.text(folded.sentence())
        + " <small>"
        + sentence(Words.some(names))
        + "</small></summary>\n";
  }

  private static void part(StringBuilder out, Outline.Part part, HtmlChanges changes) {
    StringBuilder its = new StringBuilder();
    for (Outline.Group group : part.groups()) {
      String written = changes.of(group.changes());
      its.append(written.isEmpty() ? "" : heading(group)).append(written);
    }
    for (Folding.Folded folded : part.folded()) {
      String written = changes.of(folded.changes());
      its.append(written.isEmpty() ? "" : heading(folded) + written + "</details>\n");
    }
    if (!its.isEmpty()) {
      out.append(heading(part)).append(its).append("</section>\n");
    }
  }

  static String badge(RiskLevel level, boolean labelled) {
    return "<b class=\"rv-b rv-"
        + level.name().toLowerCase(Locale.ROOT)
        + "\">"
        + (labelled ? "Risk: " : "")
        + level
        + "</b>";
  }

  /** One member of a list; {@code about} is HTML already. */
  static String risk(Risk risk, String about) {
    return "<li>"
        + badge(risk.level(), false)
        + " "
        + about
        + sentence(risk.why())
        + (risk.certain() ? "" : " <i>" + Words.PERHAPS + "</i>")
        + "</li>";
  }

  static String sentence(String text) {
    return Html.text(Excerpt.cut(text, SENTENCE));
  }
}
