package io.stagegate.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The changes of a review in Markdown, as many of them and as much of each as fits. */
final class MarkdownChanges {
  private static final int VALUE = 200;
  private static final int PROPERTIES = 40;
  private static final int NAMES = 500;

  private final Review review;
  private final Outline outline;
  private final Map<Change, String> headings = new IdentityHashMap<>();
  private final Map<Change, String> lines = new IdentityHashMap<>();
  private final Map<Change, String> below = new IdentityHashMap<>();
  private final Map<Folding.Folded, String> folded = new HashMap<>();
  private int hidden;
  private int bare;

  MarkdownChanges(Review review, Outline outline) {
    this.review = review;
    this.outline = outline;
    for (Outline.Part part : outline.parts()) {
      for (Outline.Group group : part.groups()) {
        String heading = heading(part, group);
        group.changes().forEach(change -> headings.put(change, heading));
      }
    }
  }

  /** Characters that it takes to name every change. */
  int shortest() {
    Set<String> seen = new HashSet<>();
    int length = 0;
    for (Change change : ranked()) {
      String heading = headings.getOrDefault(change, "");
      length += line(change).length() + (seen.add(heading) ? heading.length() : 0);
    }
    for (Outline.Part part : outline.parts()) {
      for (Folding.Folded each : part.folded()) {
        length += line(part, each).length();
      }
    }
    return length;
  }

  /** How many changes are not shown. */
  int hidden() {
    return hidden;
  }

  /** How many changes are shown without all that changes of them. */
  int bare() {
    return bare;
  }

  /** Lines for the riskiest first, then what changes of them; written in the outline's order. */
  String within(int room) {
    int left = fold(name(room));
    boolean full = true;
    for (Change change : ranked()) {
      if (lines.containsKey(change)) {
        String text = below(change);
        full &= text.length() <= left;
        if (full) {
          left -= text.length();
          below.put(change, text);
        } else if (!text.isEmpty()) {
          bare++;
        }
      }
    }
    return written();
  }

  private int name(int room) {
    int left = room;
    Set<String> seen = new HashSet<>();
    for (Change change : ranked()) {
      String heading = headings.getOrDefault(change, "");
      String line = line(change);
      int length = line.length() + (seen.contains(heading) ? 0 : heading.length());
      if (hidden > 0 || length > left) {
        hidden++;
      } else {
        seen.add(heading);
        lines.put(change, line);
        left -= length;
      }
    }
    return left;
  }

  private int fold(int room) {
    int left = room;
    for (Outline.Part part : outline.parts()) {
      for (Folding.Folded each : part.folded()) {
        String line = line(part, each);
        if (line.length() <= left) {
          folded.put(each, line);
          left -= line.length();
        } else {
          hidden += each.changes().size();
        }
      }
    }
    return left;
  }

  private List<Change> ranked() {
    return review.changes().stream().filter(headings::containsKey).toList();
  }

  private String written() {
    StringBuilder out = new StringBuilder();
    for (Outline.Part part : outline.parts()) {
      for (Outline.Group group : part.groups()) {
        List<Change> named = group.changes().stream().filter(lines::containsKey).toList();
        out.append(named.isEmpty() ? "" : heading(part, group));
        for (Change change : named) {
          out.append(lines.get(change)).append(below.getOrDefault(change, ""));
        }
      }
      part.folded().forEach(each -> out.append(folded.getOrDefault(each, "")));
    }
    return out.toString();
  }

  private static String heading(Outline.Part part, Outline.Group group) {
    String stack =
        part.stack().isEmpty() ? "" : "**" + MarkdownText.within(part.stack(), VALUE) + "** · ";
    return "\n" + stack + MarkdownText.within(group.service(), VALUE) + "\n\n";
  }

  private static String line(Change change) {
    String replaced = Words.replacement(change.replacement());
    return "- "
        + MarkdownText.code(Excerpt.cut(change.logicalId(), VALUE))
        + " "
        + MarkdownText.within(Words.past(change.action()), VALUE)
        + (replaced.isEmpty() ? "" : ", " + replaced)
        + " ("
        + MarkdownText.within(TypeNames.kind(change.type()), VALUE)
        + ")"
        + (change.level() == RiskLevel.NONE ? "" : " **" + change.level() + "**")
        + "\n";
  }

  private static String line(Outline.Part part, Folding.Folded each) {
    String names = Words.some(each.changes().stream().map(Change::logicalId).toList());
    String stack = part.stack().isEmpty() ? "" : part.stack() + ": ";
    return "\n" + MarkdownText.within(stack + each.sentence() + ": " + names, NAMES) + "\n";
  }

  private static String below(Change change) {
    StringBuilder out = new StringBuilder();
    List<String> untold = new ArrayList<>();
    List<PropertyChange> all = change.properties();
    for (PropertyChange property : all.subList(0, Math.min(PROPERTIES, all.size()))) {
      Reading reading = Reading.of(property, VALUE);
      String label = MarkdownText.code(Excerpt.cut(reading.label(), VALUE));
      switch (reading) {
        case Reading.Untold untoldOne -> untold.add(label);
        case Reading.Said(var of, var words) ->
            item(out, "  ", label + ": " + MarkdownText.text(words));
        case Reading.Pair(var of, var before, var after) ->
            item(
                out,
                "  ",
                label + ": " + MarkdownText.code(before) + " → " + MarkdownText.code(after));
        case Reading.Lines(var of, var lines) -> {
          item(out, "  ", label + ":");
          lines.forEach(each -> item(out, "    ", MarkdownText.code(each.toString())));
        }
      }
    }
    if (!untold.isEmpty()) {
      item(out, "  ", String.join(", ", untold) + ": values not told");
    }
    if (all.size() > PROPERTIES) {
      item(out, "  ", "and " + (all.size() - PROPERTIES) + " more properties");
    }
    return out.toString();
  }

  private static void item(StringBuilder out, String indent, String text) {
    out.append(indent).append("- ").append(text).append('\n');
  }
}
