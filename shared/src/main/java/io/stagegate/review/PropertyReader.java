package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a row's details into one entry for each attribute and path, with values from the first that
 * has them: the detail, the row's contexts, the two templates. Values are not masked yet.
 */
final class PropertyReader {
  private record Found(@Nullable String text, boolean known, boolean told) {
    boolean absent() {
      return known && text == null;
    }
  }

  /**
   * Far more than a resource has: what each of many paths would repeat stands by itself instead.
   */
  private static final int MOST_JOINED = 40_000;

  private final Side before;
  private final Side after;

  PropertyReader(Side before, Side after) {
    this.before = before;
    this.after = after;
  }

  List<PropertyChange> read(Row row) {
    Map<String, List<Detail>> groups = new LinkedHashMap<>();
    List<Detail> details = row.details().stream().map(Detail::of).toList();
    details.forEach(each -> groups.computeIfAbsent(each.key(), key -> new ArrayList<>()).add(each));
    joinUnplaced(details, groups);
    List<PropertyChange> properties = new ArrayList<>();
    groups.values().forEach(group -> properties.add(property(row, group)));
    properties.sort(PropertyOrder.ORDER);
    return properties;
  }

  /**
   * A detail without a path (of the plain answer) belongs to those of the same name that have one.
   */
  private static void joinUnplaced(List<Detail> details, Map<String, List<Detail>> groups) {
    Map<String, Set<String>> placed = new HashMap<>();
    Map<String, List<Detail>> unplaced = new HashMap<>();
    for (Detail detail : details) {
      if (detail.path() != null) {
        placed.computeIfAbsent(place(detail), key -> new LinkedHashSet<>()).add(detail.key());
      } else if (detail.name() != null) {
        unplaced.computeIfAbsent(place(detail), key -> new ArrayList<>()).add(detail);
      }
    }
    unplaced.forEach(
        (place, plain) -> {
          Set<String> keys = placed.getOrDefault(place, Set.of());
          if (!keys.isEmpty() && (long) keys.size() * plain.size() <= MOST_JOINED) {
            plain.forEach(each -> groups.remove(each.key()));
            for (String key : keys) {
              groups.computeIfAbsent(key, none -> new ArrayList<>()).addAll(plain);
            }
          }
        });
  }

  private static String place(Detail detail) {
    return detail.attribute() + "\n" + detail.name();
  }

  private PropertyChange property(Row row, List<Detail> group) {
    Detail first = group.getFirst();
    Found old = value(row.before(), before, row, group, true);
    Found now = value(row.after(), after, row, group, false);
    PropertyKind told =
        group.stream()
            .map(Detail::change)
            .filter(kind -> kind != PropertyKind.UNKNOWN)
            .findFirst()
            .orElse(PropertyKind.UNKNOWN);
    Recreation recreation =
        group.stream()
            .map(Detail::recreation)
            .reduce(Recreation.NEVER, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    return new PropertyChange(
        first.attribute(),
        first.name(),
        first.path(),
        old.text(),
        now.text(),
        told == PropertyKind.UNKNOWN ? kind(old, now) : told,
        recreation,
        old.known() && now.known(),
        group.stream().map(Detail::cause).distinct().sorted(PropertyOrder.CAUSES).toList());
  }

  private static PropertyKind kind(Found old, Found now) {
    if (!old.told() || !now.told() || old.absent() && now.absent()) {
      return PropertyKind.UNKNOWN;
    }
    if (old.absent()) {
      return PropertyKind.ADD;
    }
    return now.absent() ? PropertyKind.REMOVE : PropertyKind.MODIFY;
  }

  private static Found value(
      JsonNode context, Side side, Row row, List<Detail> group, boolean old) {
    for (Detail detail : group) {
      String given = old ? detail.before() : detail.after();
      if (given != null) {
        return new Found(Marker.shown(given), !Marker.unknown(given), true);
      }
    }
    // An answer with values leaves out the side on which the property does not exist.
    boolean valued = group.stream().anyMatch(each -> each.before() != null || each.after() != null);
    String pointer = pointer(group.getFirst());
    if (context.isContainerNode() || valued) {
      JsonNode found =
          context.isContainerNode() ? Paths.at(context, pointer) : MissingNode.getInstance();
      String text = Json.show(found);
      return new Found(Marker.shown(text), !Marker.unknown(text), true);
    }
    if (context.isTextual() || !side.present()) {
      return new Found(null, !Marker.unknown(context.asText()), false);
    }
    Resolver.Value value = side.value(row.logicalId(), pointer);
    return new Found(Json.show(value.node()), value.known(), true);
  }

  private static String pointer(Detail detail) {
    if (detail.path() != null) {
      return detail.path();
    }
    String name = detail.name();
    if (name == null || name.isEmpty() || !detail.attribute().equals("Properties")) {
      return "/" + detail.attribute();
    }
    return "/Properties/" + name.replace("~", "~0").replace("/", "~1");
  }
}
