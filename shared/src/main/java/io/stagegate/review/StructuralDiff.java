package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What changed inside a structure: policies, state machine definitions, OpenAPI bodies, inline
 * code.
 */
final class StructuralDiff {
  private static final int MOST = 60;

  private StructuralDiff() {}

  /**
   * Lines that begin with {@code -}, {@code +} or {@code ~}; none where the value is no structure.
   */
  static List<String> lines(PropertyChange property) {
    JsonNode before = Json.parse(property.before());
    JsonNode after = Json.parse(property.after());
    List<String> lines = new ArrayList<>();
    if (before.isContainerNode() && after.isContainerNode()) {
      compare("", before, after, lines);
    } else if (property.before() != null
        && property.after() != null
        && property.before().contains("\n")) {
      TextDiff.compare(property.before(), property.after(), lines);
    }
    if (lines.size() > MOST) {
      int more = lines.size() - MOST;
      lines = new ArrayList<>(lines.subList(0, MOST));
      lines.add("… " + more + " more lines");
    }
    return lines;
  }

  private static void compare(String path, JsonNode before, JsonNode after, List<String> lines) {
    if (before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      Set<String> names = new TreeSet<>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        compare(
            path + (path.isEmpty() ? "" : ".") + name, before.path(name), after.path(name), lines);
      }
    } else if (before.isArray() && after.isArray()) {
      arrays(path, before, after, lines);
    } else if (before.isMissingNode()) {
      lines.add("+ " + path + ": " + Json.show(after));
    } else if (after.isMissingNode()) {
      lines.add("- " + path + ": " + Json.show(before));
    } else if (before.asText().contains("\n") && after.isTextual()) {
      lines.add("~ " + path + ":");
      TextDiff.compare(before.asText(), after.asText(), lines);
    } else {
      lines.add("~ " + path + ": " + Json.show(before) + " -> " + Json.show(after));
    }
  }

  /** Equal members are taken out first; what is left is compared in pairs. */
  private static void arrays(String path, JsonNode before, JsonNode after, List<String> lines) {
    List<JsonNode> old = Json.list(before);
    List<JsonNode> now = Json.list(after);
    List<JsonNode> both = new ArrayList<>(old);
    both.retainAll(now);
    for (JsonNode each : both) {
      if (now.remove(each)) {
        old.remove(each);
      }
    }
    if (old.isEmpty() && now.isEmpty()) {
      lines.add("~ " + path + ": the order changes");
    }
    for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
      String place = path + "[" + i + "]";
      if (i >= old.size()) {
        lines.add("+ " + place + ": " + Json.show(now.get(i)));
      } else if (i >= now.size()) {
        lines.add("- " + place + ": " + Json.show(old.get(i)));
      } else {
        compare(place, old.get(i), now.get(i), lines);
      }
    }
  }
}
