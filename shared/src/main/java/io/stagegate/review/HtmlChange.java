package io.stagegate.review;

import java.util.List;

/** One change as a {@code details} element. */
final class HtmlChange {
  private static final int VALUE = 2_000;

  private HtmlChange() {}

  static void append(StringBuilder out, Change change, boolean full) {
    out.append("<details class=\"rv-c\"")
        .append(change.level() == RiskLevel.HIGH ? " open" : "")
        .append("><summary>");
    if (change.level() != RiskLevel.NONE) {
      out.append(ReviewHtml.badge(change.level(), false)).append(' ');
    }
    String replaced = Words.replacement(change.replacement());
    out.append("<b>")
        .append(Html.text(change.logicalId()))
        .append("</b> ")
        .append(Html.text(Words.past(change.action())))
        .append(replaced.isEmpty() ? "" : ", " + replaced)
        .append(" <small>")
        .append(Html.text(change.type()))
        .append("</small></summary>");
    if (!change.risks().isEmpty()) {
      out.append("<ul>");
      change.risks().forEach(risk -> out.append(ReviewHtml.risk(risk, "")));
      out.append("</ul>");
    }
    if (change.physicalId() != null) {
      out.append("<p><small>").append(Html.text(change.physicalId())).append("</small></p>");
    }
    if (!full) {
      out.append("<p>Changed properties: ")
          .append(change.properties().size())
          .append(", not shown on this page.</p>");
    } else if (!change.properties().isEmpty()) {
      table(out, change);
    }
    out.append("</details>\n");
  }

  private static void table(StringBuilder out, Change change) {
    out.append("<table><thead><tr><th scope=\"col\">Property</th><th scope=\"col\">Before</th>")
        .append("<th scope=\"col\">After</th></tr></thead><tbody>");
    for (PropertyChange property : change.properties()) {
      out.append("<tr><th scope=\"row\">")
          .append(Html.text(property.label()))
          .append(recreation(property.recreation()))
          .append("</th>");
      List<String> diff = StructuralDiff.lines(property);
      if (diff.isEmpty()) {
        out.append("<td data-l=\"Before\"><del>")
            .append(Html.block(Values.cut(Values.before(property), VALUE)))
            .append("</del></td><td data-l=\"After\"><ins>")
            .append(Html.block(Values.cut(Values.after(property), VALUE)))
            .append("</ins></td>");
      } else {
        out.append("<td colspan=\"2\" data-l=\"What changes\"><pre>");
        diff.forEach(line -> diffLine(out, Values.cut(line, VALUE)));
        out.append("</pre></td>");
      }
      out.append("</tr>");
    }
    out.append("</tbody></table>");
  }

  private static void diffLine(StringBuilder out, String line) {
    String tag = line.startsWith("+") ? "ins" : line.startsWith("-") ? "del" : "span";
    out.append('<').append(tag).append('>').append(Html.text(line));
    out.append("</").append(tag).append(">\n");
  }

  private static String recreation(Recreation recreation) {
    return switch (recreation) {
      case NEVER -> "";
      case CONDITIONALLY -> " <small>may replace</small>";
      case ALWAYS -> " <small>replaces</small>";
    };
  }
}
