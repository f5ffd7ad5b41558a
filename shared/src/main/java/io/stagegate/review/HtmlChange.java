package io.stagegate.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change as a {@code details} element. */
final class HtmlChange {
  /** So many changes of high risk are open from the start. */
  static final int OPEN = 3;

  private static final int VALUE = 500;
  private static final int PROPERTIES = 100;
  private static final int ID = 200;

  private HtmlChange() {}

  static boolean grave(Change change) {
    return change.level() == RiskLevel.HIGH;
  }

  /** With its risks and its properties side by side. */
  static String full(Change change, String anchor, boolean open) {
    StringBuilder out = new StringBuilder();
    begin(out, change, anchor, open && grave(change));
    if (!change.risks().isEmpty()) {
      out.append("<ul>");
      change.risks().forEach(risk -> out.append(ReviewHtml.risk(risk, "")));
      out.append("</ul>");
    }
    if (change.physicalId() != null) {
      out.append("<p class=\"rv-id\">Id <code>")
          .append(Html.text(Excerpt.cut(change.physicalId(), ID)))
          .append("</code></p>");
    }
    if (change.properties().isEmpty()) {
      out.append("<p class=\"rv-note\">CloudFormation lists no properties of it.</p>");
    } else {
      table(out, change);
    }
    return out.append("</details>\n").toString();
  }

  /** Its name, and how many properties there would be to see. */
  static String bare(Change change, String anchor) {
    StringBuilder out = new StringBuilder();
    begin(out, change, anchor, false);
    out.append("<p class=\"rv-note\">")
        .append(Words.count(change.properties().size(), "property"))
        .append(" and ")
        .append(Words.count(change.risks().size(), "risk"))
        .append(" not shown on this page.</p>");
    return out.append("</details>\n").toString();
  }

  private static void begin(StringBuilder out, Change change, String anchor, boolean open) {
    String replaced = Words.replacement(change.replacement());
    out.append("<details class=\"rv-c\" id=\"")
        .append(anchor)
        .append(open ? "\" open" : "\"")
        .append("><summary>")
        .append(change.level() == RiskLevel.NONE ? "" : ReviewHtml.badge(change.level(), false))
        .append(" <b>")
        .append(Html.text(Excerpt.cut(change.logicalId(), ID)))
        .append("</b> ")
        .append(Html.text(Excerpt.cut(Words.past(change.action()), ID)))
        .append(replaced.isEmpty() ? "" : ", " + replaced)
        .append(" <small>")
        .append(Html.text(Excerpt.cut(TypeNames.kind(change.type()), ID)))
        .append("</small></summary>");
  }

  /** Roles, as the narrow layout makes blocks of it, which would end its being a table. */
  private static void table(StringBuilder out, Change change) {
    out.append("<table role=\"table\"><thead role=\"rowgroup\"><tr role=\"row\">");
    for (String heading : List.of("Property", "Before", "After")) {
      out.append("<th role=\"columnheader\">").append(heading).append("</th>");
    }
    out.append("</tr></thead><tbody role=\"rowgroup\">");
    List<PropertyChange> all = change.properties();
    all.stream().limit(PROPERTIES).forEach(property -> row(out, property));
    out.append("</tbody></table>");
    if (all.size() > PROPERTIES) {
      out.append("<p class=\"rv-note\">")
          .append(all.size() - PROPERTIES)
          .append(" more properties are not shown on this page; the review as JSON has them.</p>");
    }
  }

  private static void row(StringBuilder out, PropertyChange property) {
    Reading reading = Reading.of(property, VALUE);
    begin(out, Html.text(Excerpt.cut(reading.label(), VALUE)) + recreation(property.recreation()));
    switch (reading) {
      case Reading.Untold untold -> wide(out, "<i>values not told</i>");
      case Reading.Said(var label, var words) -> wide(out, Html.block(words));
      case Reading.Pair(var label, var before, var after) -> {
        cell(out, "Before", "del", before);
        cell(out, "After", "ins", after);
      }
      case Reading.Lines(var label, var lines) -> {
        wide(out, "<i>what changes in it</i>");
        lines.forEach(line -> line(out, line));
      }
    }
    out.append("</tr>");
  }

  /** A part of a property, or a line of its text, below it. */
  private static void line(StringBuilder out, Difference line) {
    out.append("</tr>");
    begin(out, "<small>" + Html.text(line.place()) + "</small>");
    if (line.before() == null && line.after() == null) {
      wide(out, Html.text(line.note()));
    } else {
      cell(out, "Before", "del", line.before());
      cell(out, "After", "ins", line.after());
    }
  }

  private static void begin(StringBuilder out, String html) {
    out.append("<tr role=\"row\"><th role=\"rowheader\">").append(html).append("</th>");
  }

  private static void wide(StringBuilder out, String html) {
    out.append("<td role=\"cell\" colspan=\"2\">").append(html).append("</td>");
  }

  private static void cell(
      StringBuilder out, String label, String element, @Nullable String value) {
    out.append("<td role=\"cell\" data-l=\"").append(label).append("\">");
    if (value != null) {
      out.append('<').append(element).append('>').append(Html.block(value));
      out.append("</").append(element).append('>');
    }
    out.append("</td>");
  }

  private static String recreation(Recreation recreation) {
    return switch (recreation) {
      case NEVER -> "";
      case CONDITIONALLY -> " <small>may replace</small>";
      case ALWAYS -> " <small>replaces</small>";
    };
  }
}
