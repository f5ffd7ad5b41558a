package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What changed inside a structure: policies, state machine definitions, OpenAPI bodies, inline
 * code.
 */
final class StructuralDiff {
  private final DiffLines lines = new DiffLines();

  private StructuralDiff() {}

  /** What differs, line by line; none where the value is neither a structure nor several lines. */
  static List<Difference> lines(PropertyChange property) {
    JsonNode before = Json.parse(property.before());
    JsonNode after = Json.parse(property.after());
    StructuralDiff diff = new StructuralDiff();
    if (before.isContainerNode() && after.isContainerNode()) {
      diff.compare(Place.TOP, before, after);
    } else if (property.before() != null
        && property.after() != null
        && property.before().contains("\n")) {
      TextDiff.compare(property.before(), property.after(), diff.lines);
    }
    return diff.lines.shown();
  }

  private void compare(Place place, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    if (before.isObject() && after.isObject()) {
      Set<String> names = new TreeSet<>();
      before.fieldNames().forEachRemaining(names::add);
      after.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> compare(place.member(name), before.path(name), after.path(name)));
    } else if (before.isArray() && after.isArray()) {
      arrays(place, Leftovers.of(Json.list(before), Json.list(after)));
    } else if (before.isMissingNode()) {
      lines.add(() -> Difference.of(place.toString(), null, shown(after)));
    } else if (after.isMissingNode()) {
      lines.add(() -> Difference.of(place.toString(), shown(before), null));
    } else if (before.asText().contains("\n") && after.isTextual()) {
      lines.add(() -> Difference.note(place.toString(), "its lines change"));
      TextDiff.compare(before.asText(), after.asText(), lines);
    } else {
      lines.add(() -> Difference.of(place.toString(), shown(before), shown(after)));
    }
  }

  /** Equal members are taken out first; what is left is compared in pairs. */
  private void arrays(Place place, Leftovers<JsonNode> left) {
    if (left.none()) {
      lines.add(() -> Difference.note(place.toString(), "the order changes"));
    }
    for (int i = 0; i < Math.max(left.before().size(), left.after().size()); i++) {
      compare(place.index(i), at(left.before(), i), at(left.after(), i));
    }
  }

  private static String shown(JsonNode node) {
    String text = Json.show(node);
    return text == null ? "null" : text;
  }

  private static JsonNode at(List<JsonNode> list, int index) {
    return index < list.size() ? list.get(index) : MissingNode.getInstance();
  }

  /** Where a difference is: written out only where it is shown, for it may be long. */
  private record Place(@Nullable Place above, String name, int index) {
    static final Place TOP = new Place(null, "", 0);

    Place member(String member) {
      return new Place(this, member, -1);
    }

    Place index(int at) {
      return new Place(this, "", at);
    }

    @Override
    public String toString() {
      Deque<Place> way = new ArrayDeque<>();
      for (Place each = this; each.above != null; each = each.above) {
        way.push(each);
      }
      StringBuilder out = new StringBuilder();
      for (Place each : way) {
        if (each.index >= 0) {
          out.append('[').append(each.index).append(']');
        } else {
          out.append(out.isEmpty() ? "" : ".").append(each.name);
        }
      }
      return out.toString();
    }
  }
}
