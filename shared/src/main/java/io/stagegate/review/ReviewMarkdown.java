package io.stagegate.review;

import java.util.ArrayList;
import java.util.List;

/**
 * A review for a pull request or a chat. What does not fit goes by rank: first the properties of
 * the least risky changes, then whole changes; never a part of a line. What was left out is
 * counted.
 */
public final class ReviewMarkdown {
  /** GitHub takes 65,536 characters in a comment; some room stays for what stands around it. */
  public static final int GITHUB = 60_000;

  /** Slack takes 3,000 characters in one block. */
  public static final int SLACK = 2_900;

  private static final int SHORTEST = 600;
  private static final int VALUE = 200;
  private static final int FOOT = 200;

  private final int most;

  /**
   * @param most characters (UTF-16 units) at most; less than 600 counts as 600
   */
  public ReviewMarkdown(int most) {
    this.most = Math.max(SHORTEST, most);
  }

  public String render(Review review) {
    StringBuilder out = new StringBuilder();
    out.append("**")
        .append(MarkdownText.text(Values.cut(review.headline(), VALUE)))
        .append("**\n\n");
    out.append("Risk ").append(review.risk()).append(" · ").append(totals(review)).append("\n");
    if (!review.executable() && !review.changeSets().isEmpty()) {
      out.append('\n')
          .append(MarkdownText.text(Values.cut(Status.sentence(review), VALUE)))
          .append('\n');
    }
    String digest = "\nDigest `" + review.digest() + "`\n";
    int room = most - FOOT - digest.length();
    int risksLeft = append(out, room, review.risks().stream().map(r -> "- " + risk(r)).toList());
    List<Change> code = review.changes().stream().filter(Change::codeOnly).toList();
    List<Change> changes = review.changes().stream().filter(c -> !c.codeOnly()).toList();
    String folded =
        code.isEmpty()
            ? ""
            : "\n" + MarkdownText.text(Values.cut(Folding.code(code), VALUE)) + "\n";
    int[] left = changes(out, changes, room - folded.length());
    out.append(folded).append(foot(left, risksLeft)).append(digest);
    return out.toString();
  }

  /** Whole lines as long as they fit; answers how many did not. */
  private static int append(StringBuilder out, int room, List<String> lines) {
    int left = lines.size();
    for (String line : lines) {
      if (out.length() + line.length() + 2 > room) {
        return left;
      }
      out.append(left == lines.size() ? "\n" : "").append(line).append('\n');
      left--;
    }
    return left;
  }

  /** How many changes are not shown, and how many only without what stands below their line. */
  private static int[] changes(StringBuilder out, List<Change> changes, int room) {
    int hidden = 0;
    int bare = 0;
    String separator = "\n";
    for (Change change : changes) {
      String line = separator + line(change);
      String below = hidden == 0 && bare == 0 ? below(change) : null;
      if (below != null && out.length() + line.length() + below.length() <= room) {
        out.append(line).append(below);
      } else if (hidden == 0 && out.length() + line.length() <= room) {
        out.append(line);
        bare++;
      } else {
        hidden++;
      }
      separator = "";
    }
    return new int[] {hidden, bare};
  }

  private static String foot(int[] left, int risksLeft) {
    List<String> parts = new ArrayList<>();
    if (left[0] > 0) {
      parts.add(Words.count(left[0], "change") + " of lower risk not shown");
    }
    if (left[1] > 0) {
      parts.add(Words.count(left[1], "change") + " shown without properties");
    }
    if (risksLeft > 0) {
      parts.add(Words.count(risksLeft, "general risk") + " not shown");
    }
    return parts.isEmpty() ? "" : "\n_Cut to fit: " + String.join(", ", parts) + "._\n";
  }

  private static String totals(Review review) {
    Summary sum = review.summary();
    return sum.add()
        + " added, "
        + sum.modify()
        + " modified ("
        + sum.replace()
        + " replaced, "
        + sum.mayReplace()
        + " perhaps), "
        + sum.remove()
        + " removed, in all "
        + Words.count(review.changes().size(), "change")
        + " in "
        + Words.count(sum.stacks(), "stack");
  }

  private static String line(Change change) {
    String replaced = Words.replacement(change.replacement());
    return "- "
        + (change.level() == RiskLevel.NONE ? "" : "**" + change.level() + "** ")
        + MarkdownText.code(change.logicalId())
        + " "
        + Words.past(MarkdownText.text(change.action()))
        + (replaced.isEmpty() ? "" : ", " + replaced)
        + " ("
        + MarkdownText.text(change.type())
        + (change.stack().isEmpty() ? "" : " in " + MarkdownText.text(change.stack()))
        + ")\n";
  }

  private static String below(Change change) {
    StringBuilder out = new StringBuilder();
    change.risks().forEach(risk -> out.append("  - ").append(risk(risk)).append('\n'));
    for (PropertyChange property : change.properties()) {
      List<String> diff = StructuralDiff.lines(property);
      out.append("  - ").append(MarkdownText.code(property.label())).append(": ");
      if (diff.isEmpty()) {
        out.append(MarkdownText.code(Values.cut(Values.before(property), VALUE)))
            .append(" → ")
            .append(MarkdownText.code(Values.cut(Values.after(property), VALUE)));
      }
      out.append('\n');
      for (String each : diff) {
        out.append("    - ").append(MarkdownText.code(Values.cut(each, VALUE))).append('\n');
      }
    }
    return out.toString();
  }

  private static String risk(Risk risk) {
    return risk.level()
        + (risk.certain() ? ": " : " (not certain): ")
        + MarkdownText.text(risk.why());
  }
}
