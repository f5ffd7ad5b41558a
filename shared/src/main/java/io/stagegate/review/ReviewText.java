package io.stagegate.review;

import java.util.List;

/** A review for a terminal: the headline, risks first, then every change with its properties. */
public final class ReviewText {
  private static final int WIDTH = 160;

  private final boolean color;

  /**
   * @param color whether the reader is a terminal that shows colors
   */
  public ReviewText(boolean color) {
    this.color = color;
  }

  public String render(Review review) {
    StringBuilder out = new StringBuilder();
    line(out, "", bold(review.headline()));
    plain(out, "", counts(review));
    if (!review.executable() && !review.changeSets().isEmpty()) {
      line(out, "", paint(RiskLevel.HIGH, Status.sentence(review)));
    }
    if (!review.risks().isEmpty()) {
      line(out, "", "");
      review.risks().forEach(risk -> line(out, "", risk(risk)));
    }
    String stack = null;
    List<Change> code = review.changes().stream().filter(Change::codeOnly).toList();
    for (Change change : review.changes()) {
      if (change.codeOnly()) {
        continue;
      }
      if (!change.stack().equals(stack)) {
        stack = change.stack();
        line(out, "", "");
        line(out, "", bold(stack.isEmpty() ? "the stack" : stack));
      }
      change(out, change);
    }
    if (!code.isEmpty()) {
      line(out, "", "");
      plain(out, "", Folding.code(code));
    }
    line(out, "", "");
    plain(out, "", "Digest " + review.digest());
    return out.toString();
  }

  private static String counts(Review review) {
    Summary sum = review.summary();
    return "Risk "
        + review.risk()
        + " · "
        + sum.add()
        + " to add, "
        + sum.modify()
        + " to modify ("
        + sum.replace()
        + " replaced, "
        + sum.mayReplace()
        + " perhaps), "
        + sum.remove()
        + " to remove"
        + (sum.imported() > 0 ? ", " + sum.imported() + " to import" : "")
        + (sum.dynamic() > 0 ? ", " + sum.dynamic() + " decided while deploying" : "")
        + (sum.sync() > 0 ? ", " + sum.sync() + " to bring in line" : "")
        + " in "
        + Words.count(sum.stacks(), "stack");
  }

  private void change(StringBuilder out, Change change) {
    String replaced = Words.replacement(change.replacement());
    line(
        out,
        "  ",
        paint(
                change.level(),
                Words.mark(change) + " " + Words.past(change.action()) + " " + change.logicalId())
            + Values.printable(
                "  "
                    + change.type()
                    + (change.physicalId() == null ? "" : "  " + change.physicalId())
                    + (replaced.isEmpty() ? "" : "  " + replaced)));
    change.risks().forEach(risk -> line(out, "      ", risk(risk)));
    change.properties().forEach(property -> property(out, property));
  }

  private static void property(StringBuilder out, PropertyChange property) {
    String label = property.label();
    List<String> diff = StructuralDiff.lines(property);
    if (diff.isEmpty()) {
      String values =
          Values.cut(Values.before(property), WIDTH)
              + " -> "
              + Values.cut(Values.after(property), WIDTH);
      plain(out, "      ", label + ": " + values);
    } else {
      plain(out, "      ", label + ":");
      diff.forEach(each -> plain(out, "        ", Values.cut(each, WIDTH)));
    }
  }

  private String risk(Risk risk) {
    String level = risk.level() + (risk.certain() ? "" : "?");
    return paint(risk.level(), "! " + level) + " " + Values.printable(risk.why());
  }

  private String bold(String text) {
    String clean = Values.printable(text);
    return color ? "\u001b[1m" + clean + "\u001b[0m" : clean;
  }

  private String paint(RiskLevel level, String text) {
    String clean = Values.printable(text);
    if (!color) {
      return clean;
    }
    String code =
        switch (level) {
          case NONE -> "32";
          case LOW -> "36";
          case MEDIUM -> "33";
          case HIGH -> "31;1";
        };
    return "\u001b[" + code + "m" + clean + "\u001b[0m";
  }

  /** Everything that comes from outside passes through here or through paint. */
  private static void plain(StringBuilder out, String indent, String text) {
    line(out, indent, Values.printable(text));
  }

  private static void line(StringBuilder out, String indent, String clean) {
    out.append(indent).append(clean).append('\n');
  }
}
