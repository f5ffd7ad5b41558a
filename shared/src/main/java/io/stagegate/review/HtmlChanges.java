package io.stagegate.review;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The changes of one page, each written as fully as the page has room for, by rank. */
final class HtmlChanges {
  private final Map<Change, String> written = new IdentityHashMap<>();
  private final Map<Change, String> anchors = new IdentityHashMap<>();
  private int bare;
  private int hidden;

  private HtmlChanges() {}

  /**
   * Writes changes, the riskiest first.
   *
   * @param room bytes of UTF-8 at most
   */
  static HtmlChanges of(Review review, Outline outline, int room) {
    HtmlChanges changes = new HtmlChanges();
    Map<Change, Integer> frames = frames(outline);
    // Room in which every change can be named, as far as there is so much, before any is opened.
    List<String> names = new ArrayList<>();
    int left = room;
    boolean open = review.changes().stream().filter(HtmlChange::grave).count() <= HtmlChange.OPEN;
    for (Change change : review.changes()) {
      String anchor = "rv-" + (names.size() + 1);
      String name = HtmlChange.bare(change, anchor);
      left -= Html.bytes(name) + frames.getOrDefault(change, 0);
      if (left < 0) {
        break;
      }
      names.add(name);
      changes.anchors.put(change, anchor);
      changes.written.put(change, name);
    }
    changes.hidden = review.changes().size() - names.size();
    left = Math.max(0, left);
    for (int i = 0; i < names.size(); i++) {
      Change change = review.changes().get(i);
      String full = HtmlChange.full(change, "rv-" + (i + 1), open);
      int more = Html.bytes(full) - Html.bytes(names.get(i));
      if (more <= left) {
        changes.written.put(change, full);
        left -= more;
      } else {
        changes.bare++;
      }
    }
    return changes;
  }

  /** What stands around the changes, on account of the first of each stack, service and fold. */
  private static Map<Change, Integer> frames(Outline outline) {
    Map<Change, Integer> frames = new IdentityHashMap<>();
    for (Outline.Part part : outline.parts()) {
      int heading = Html.bytes(ReviewHtml.heading(part)) + "</section>\n".length();
      for (Outline.Group group : part.groups()) {
        int bytes = Html.bytes(ReviewHtml.heading(group)) + heading;
        frames.merge(group.changes().getFirst(), bytes, Integer::sum);
      }
      for (Folding.Folded folded : part.folded()) {
        int bytes = Html.bytes(ReviewHtml.heading(folded)) + "</details>\n".length() + heading;
        frames.merge(folded.changes().getFirst(), bytes, Integer::sum);
      }
    }
    return frames;
  }

  /** Those of the changes that are written, in their order. */
  String of(List<Change> changes) {
    StringBuilder out = new StringBuilder();
    changes.forEach(change -> out.append(written.getOrDefault(change, "")));
    return out.toString();
  }

  /** The id of the change's element; empty where it has none. */
  String anchor(Change change) {
    return anchors.getOrDefault(change, "");
  }

  /** What the page lacks. */
  List<String> left() {
    List<String> left = new ArrayList<>();
    if (bare > 0) {
      left.add(Words.count(bare, "change") + " stand here without their properties");
    }
    if (hidden > 0) {
      left.add(Words.count(hidden, "change") + " of lower risk are not shown here");
    }
    return left;
  }
}
