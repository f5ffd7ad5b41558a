package io.stagegate.review;

import java.util.ArrayList;
import java.util.List;

/** A review for a terminal: the headline, risks first, then every change with its properties. */
public final class ReviewText {
  private static final int VALUE = 120;
  private static final int ID = 70;

  private final boolean color;
  private final StringBuilder out = new StringBuilder();

  private ReviewText(boolean color) {
    this.color = color;
  }

  /**
   * All of it.
   *
   * @param color whether the reader is a terminal that shows colors
   */
  public static String render(Review review, boolean color) {
    return new ReviewText(color).whole(review, true);
  }

  /** The same without properties and colors: what is read in half a minute. */
  public static String brief(Review review) {
    return new ReviewText(false).whole(review, false);
  }

  private String whole(Review review, boolean properties) {
    Outline outline = Outline.of(review);
    line("", bold(review.headline()));
    plain("", "Risk " + review.risk() + " · " + Words.totals(review));
    if (!review.executable() && !review.changeSets().isEmpty()) {
      line("", paint(RiskLevel.HIGH, Status.sentence(review)));
    }
    risks(outline);
    outline.parts().forEach(part -> part(part, properties));
    line("", "");
    plain("", "Digest " + review.digest());
    return out.toString();
  }

  private void risks(Outline outline) {
    if (outline.risks().isEmpty()) {
      return;
    }
    line("", "");
    line("", bold("Risks"));
    for (Outline.Told told : outline.risks()) {
      Risk risk = told.risk();
      String names = told.names(outline.severalStacks());
      String level = String.format("%-6s", risk.level());
      String why = risk.why() + (risk.certain() ? "" : " " + Words.PERHAPS);
      String sentence = names.isEmpty() ? why : names + ": " + why;
      line("  ", paint(risk.level(), level) + "  " + Values.printable(sentence));
    }
    if (outline.uncertain()) {
      plain("  ", Words.UNCERTAIN);
    }
  }

  private void part(Outline.Part part, boolean properties) {
    line("", "");
    String stack = part.stack().isEmpty() ? "The stack" : part.stack();
    line("", bold(stack) + ": " + Words.count(part.changes(), "change"));
    for (Outline.Group group : part.groups()) {
      plain("  ", group.service());
      group.changes().forEach(change -> change(change, properties));
    }
    for (Folding.Folded folded : part.folded()) {
      List<String> names = folded.changes().stream().map(Change::logicalId).toList();
      plain("  ", folded.sentence() + ": " + Words.some(names));
    }
  }

  private void change(Change change, boolean properties) {
    String name = Words.mark(change) + " " + Words.past(change.action()) + " " + change.logicalId();
    List<String> more = new ArrayList<>(List.of(TypeNames.kind(change.type())));
    if (change.replacement() != Replacement.NONE) {
      more.add(Words.replacement(change.replacement()));
    }
    if (change.level() != RiskLevel.NONE) {
      more.add(change.level().name());
    }
    if (change.physicalId() != null) {
      more.add(Excerpt.end(change.physicalId(), ID));
    }
    line("    ", paint(change.level(), name) + Values.printable("  " + String.join("  ", more)));
    if (properties) {
      properties(change.properties());
    }
  }

  private void properties(List<PropertyChange> properties) {
    List<String> untold = new ArrayList<>();
    for (PropertyChange property : properties) {
      switch (Reading.of(property, VALUE)) {
        case Reading.Untold(var label) -> untold.add(label);
        case Reading.Said(var label, var words) -> plain("        ", label + ": " + words);
        case Reading.Pair(var label, var before, var after) ->
            plain("        ", label + ": " + before + " -> " + after);
        case Reading.Lines(var label, var lines) -> {
          plain("        ", label + ":");
          lines.forEach(each -> plain("          ", each.toString()));
        }
      }
    }
    if (!untold.isEmpty()) {
      plain("        ", String.join(", ", untold) + ": values not told");
    }
  }

  private String bold(String text) {
    return styled("1", text);
  }

  private String paint(RiskLevel level, String text) {
    return styled(
        switch (level) {
          case NONE -> "32";
          case LOW -> "36";
          case MEDIUM -> "33";
          case HIGH -> "31;1";
        },
        text);
  }

  private String styled(String code, String text) {
    String clean = Values.printable(text);
    return color ? "\u001b[" + code + "m" + clean + "\u001b[0m" : clean;
  }

  /** Everything that comes from outside passes through here or through styled. */
  private void plain(String indent, String text) {
    line(indent, Values.printable(text));
  }

  private void line(String indent, String clean) {
    out.append(clean.isEmpty() ? "" : indent).append(clean).append('\n');
  }
}
