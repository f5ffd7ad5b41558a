package io.stagegate.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A review as a fragment of a page: headline, risks, then changes by stack, each in a {@code
 * details} element with its properties side by side. It needs no script; its looks come from the
 * resource {@value #STYLESHEET}. Everything is escaped.
 */
public final class ReviewHtml {
  /** The stylesheet's name beside this class; it brings its own light and dark colors. */
  public static final String STYLESHEET = "review.css";

  /** Beyond so many characters changes are listed without their properties. */
  private static final int FULL = 220_000;

  /** Beyond so many characters changes are only counted. */
  private static final int MOST = 280_000;

  public String render(Review review) {
    StringBuilder out = new StringBuilder();
    out.append("<section class=\"review\" aria-labelledby=\"review-headline\">\n");
    out.append("<h2 id=\"review-headline\">")
        .append(Html.text(review.headline()))
        .append("</h2>\n");
    out.append("<p class=\"rv-sum\">").append(badge(review.risk(), true)).append(' ');
    out.append(Html.text(totals(review))).append("</p>\n");
    if (!review.executable() && !review.changeSets().isEmpty()) {
      out.append("<p class=\"rv-stop\" role=\"status\">")
          .append(Html.text(Status.sentence(review)))
          .append("</p>\n");
    }
    risks(out, review);
    byStack(review).forEach((stack, changes) -> stack(out, stack, changes));
    out.append("<p class=\"rv-digest\">Digest <code>")
        .append(review.digest())
        .append("</code></p>\n");
    return out.append("</section>\n").toString();
  }

  private static void risks(StringBuilder out, Review review) {
    List<String> items = new ArrayList<>();
    review.risks().forEach(risk -> items.add(risk(risk, "")));
    for (Change change : review.changes()) {
      change.risks().stream()
          .filter(risk -> risk.level().compareTo(RiskLevel.MEDIUM) >= 0)
          .filter(risk -> items.size() < 20)
          .forEach(risk -> items.add(risk(risk, change.logicalId())));
    }
    if (!items.isEmpty()) {
      out.append("<h3>Risks</h3>\n<ul class=\"rv-risks\">\n");
      items.forEach(item -> out.append(item).append('\n'));
      out.append("</ul>\n");
    }
  }

  private static Map<String, List<Change>> byStack(Review review) {
    Map<String, List<Change>> stacks = new LinkedHashMap<>();
    for (Change change : review.changes()) {
      stacks.computeIfAbsent(change.stack(), stack -> new ArrayList<>()).add(change);
    }
    return stacks;
  }

  private static void stack(StringBuilder out, String stack, List<Change> changes) {
    out.append("<section class=\"rv-stack\"><h3>")
        .append(Html.text(stack.isEmpty() ? "Changes" : stack))
        .append(" <small>")
        .append(Words.count(changes.size(), "change"))
        .append("</small></h3>\n");
    int hidden = 0;
    for (Change change : changes) {
      if (out.length() > MOST) {
        hidden++;
      } else if (!change.codeOnly()) {
        HtmlChange.append(out, change, out.length() < FULL);
      }
    }
    List<Change> code = changes.stream().filter(Change::codeOnly).toList();
    if (!code.isEmpty()) {
      out.append("<details class=\"rv-c\"><summary>")
          .append(Html.text(Words.count(code.size(), "function") + " with new code alone"))
          .append("</summary><p>")
          .append(Html.text(Folding.code(code)))
          .append("</p></details>\n");
    }
    if (hidden > 0) {
      out.append("<p>")
          .append(Words.count(hidden, "change"))
          .append(" of lower risk not shown here; the JSON form has all of them.</p>\n");
    }
    out.append("</section>\n");
  }

  static String badge(RiskLevel level, boolean labelled) {
    return "<b class=\"rv-b rv-"
        + level.name().toLowerCase(java.util.Locale.ROOT)
        + "\">"
        + (labelled ? "Risk: " : "")
        + level
        + "</b>";
  }

  static String risk(Risk risk, String about) {
    return "<li>"
        + badge(risk.level(), false)
        + (about.isEmpty() ? " " : " <strong>" + Html.text(about) + "</strong>: ")
        + Html.text(risk.why())
        + (risk.certain() ? "" : " <i>(not certain)</i>")
        + "</li>";
  }

  private static String totals(Review review) {
    Summary sum = review.summary();
    return sum.add()
        + " added, "
        + sum.modify()
        + " modified, "
        + sum.remove()
        + " removed, "
        + sum.replace()
        + " replaced, "
        + sum.mayReplace()
        + " perhaps replaced, in "
        + Words.count(sum.stacks(), "stack");
  }
}
