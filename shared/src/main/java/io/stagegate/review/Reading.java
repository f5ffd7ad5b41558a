package io.stagegate.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How one changed property reads. */
sealed interface Reading {
  /** Something that only the deployment gives, as a template refers to it. */
  Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9_.:]{1,300})}");

  String label();

  /** It changes, and that is all that is told. */
  record Untold(String label) implements Reading {}

  /** The same sentence holds for before and after. */
  record Said(String label, String words) implements Reading {}

  /** One value, then another. */
  record Pair(String label, String before, String after) implements Reading {}

  /** What changes inside of a structure or a longer text, line by line. */
  record Lines(String label, List<Difference> lines) implements Reading {}

  /**
   * How a property reads.
   *
   * @param most characters of one value; of longer ones the part that differs is shown
   */
  static Reading of(PropertyChange property, int most) {
    String label = property.label();
    if (property.withoutValues()) {
      return property.known() ? new Untold(label) : new Said(label, later(property, null));
    }
    String before = property.before();
    String after = property.after();
    if (before != null && before.equals(after)) {
      return new Said(
          label,
          property.known()
              ? Excerpt.cut(Values.before(property), most) + ", as before"
              : later(property, before));
    }
    List<Difference> lines = StructuralDiff.lines(property);
    if (!lines.isEmpty()) {
      return new Lines(label, lines.stream().map(line -> line.within(most)).toList());
    }
    String then =
        after == null && !property.known() && property.change() != PropertyKind.REMOVE
            ? "(" + later(property, null) + ")"
            : Values.after(property);
    Excerpt.Both both = Excerpt.of(Values.before(property), then, most);
    return new Pair(label, both.before(), both.after());
  }

  /** That only the deployment tells the value, and whose it will be. */
  private static String later(PropertyChange property, @Nullable String written) {
    Set<String> givers = new LinkedHashSet<>();
    for (Cause cause : property.causes()) {
      if (cause.follows()) {
        givers.add(String.valueOf(cause.entity()));
      }
    }
    Matcher references = REFERENCE.matcher(givers.isEmpty() && written != null ? written : "");
    while (references.find()) {
      givers.add(references.group(1));
    }
    List<String> names = new ArrayList<>(givers);
    return "known after deployment" + (names.isEmpty() ? "" : ", given by " + Words.some(names));
  }
}
