package io.stagegate.review;

import java.util.ArrayList;
import java.util.List;

/**
 * A review for a pull request or a chat. What does not fit goes by rank: first the properties of
 * the least risky changes, then whole changes, then risks; never a part of a line. What was left
 * out is counted.
 */
public final class ReviewMarkdown {
  /** GitHub takes 65,536 characters in a comment; some room stays for what stands around it. */
  public static final int GITHUB = 60_000;

  /** Slack takes 3,000 characters in one block. */
  public static final int SLACK = 2_900;

  private static final int SHORTEST = 1_000;
  private static final int LONGEST_LINE = 600;
  private static final int FOOT = 200;

  private final int most;

  /**
   * @param most characters (UTF-16 units) at most; less than 1,000 counts as 1,000
   */
  public ReviewMarkdown(int most) {
    this.most = Math.max(SHORTEST, most);
  }

  public String render(Review review) {
    Outline outline = Outline.of(review);
    String head = head(review);
    String digest = "\nDigest `" + review.digest() + "`\n";
    int room = most - FOOT - head.length() - digest.length();
    List<String> risks =
        outline.risks().stream().map(told -> risk(told, outline.severalStacks())).toList();
    String legend = outline.uncertain() ? "\n_" + Words.UNCERTAIN + "_\n" : "";
    MarkdownChanges changes = new MarkdownChanges(review, outline);
    int forRisks = Math.max(room / 2, room - changes.shortest()) - legend.length();
    String told = whole(risks, forRisks);
    String below = changes.within(room - told.length() - legend.length());
    return head
        + told
        + (told.isEmpty() ? "" : legend)
        + below
        + foot(changes, review, risks.size(), lines(told))
        + digest;
  }

  private String head(Review review) {
    String head =
        "**"
            + MarkdownText.within(review.headline(), Math.min(LONGEST_LINE, most / 4))
            + "**\n\nRisk "
            + review.risk()
            + " · "
            + Words.totals(review)
            + "\n";
    return review.executable() || review.changeSets().isEmpty()
        ? head
        : head
            + "\n"
            + MarkdownText.within(Status.sentence(review), Math.min(LONGEST_LINE, most / 8))
            + "\n";
  }

  /** The first lines, as many as fit; each ends with a line feed. */
  private static String whole(List<String> lines, int room) {
    StringBuilder out = new StringBuilder();
    for (String line : lines) {
      if (out.length() + line.length() + 2 > room) {
        break;
      }
      out.append(out.isEmpty() ? "\n" : "").append(line).append('\n');
    }
    return out.toString();
  }

  private static int lines(String text) {
    return (int) text.lines().filter(line -> !line.isEmpty()).count();
  }

  private static String foot(MarkdownChanges changes, Review review, int risks, int shown) {
    List<String> parts = new ArrayList<>();
    if (changes.hidden() > 0) {
      parts.add(
          changes.hidden()
              + " of "
              + review.changes().size()
              + " changes, of the lowest risk, not shown");
    }
    if (changes.bare() > 0) {
      parts.add(Words.count(changes.bare(), "change") + " shown without all properties");
    }
    if (shown < risks) {
      parts.add((risks - shown) + " of " + risks + " risks, the lowest, not shown");
    }
    return parts.isEmpty() ? "" : "\n_Cut to fit: " + String.join("; ", parts) + "._\n";
  }

  private static String risk(Outline.Told told, boolean stacks) {
    String names = told.names(stacks);
    String why = told.risk().why() + (told.risk().certain() ? "" : " " + Words.PERHAPS);
    return "- **"
        + told.risk().level()
        + "** "
        + MarkdownText.within(names.isEmpty() ? why : names + ": " + why, LONGEST_LINE);
  }
}
