package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.template.TemplateResource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What follows resources that are made anew: a reference to one of them changes with it, and where
 * that stands in a property that can't be changed, its own resource is made anew too.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html">Update
 *     behaviors of stack resources</a>
 */
final class TemplateCascade {
  /**
   * One reason to follow.
   *
   * @param property whose value refers to the entity
   * @param entity logical id of what is made anew
   */
  record Follow(String property, String entity, Recreation recreation) {}

  private record Place(
      String logicalId, String property, Recreation recreation, Set<String> names) {}

  private TemplateCascade() {}

  /**
   * Reasons by logical id.
   *
   * @param staying resources of the new template that were there before
   * @param anew logical ids of those that are made anew by changes of their own
   */
  static Map<String, List<Follow>> of(Collection<TemplateResource> staying, Set<String> anew) {
    List<Place> places = new ArrayList<>();
    staying.forEach(resource -> places(resource, places));
    Map<String, List<Follow>> follows = new TreeMap<>();
    Set<String> seen = new TreeSet<>(anew);
    Deque<String> left = new ArrayDeque<>(seen);
    while (!left.isEmpty()) {
      String entity = left.pop();
      for (Place place : places) {
        if (place.names().contains(entity) && !place.logicalId().equals(entity)) {
          follows
              .computeIfAbsent(place.logicalId(), id -> new ArrayList<>())
              .add(new Follow(place.property(), entity, place.recreation()));
          if (place.recreation() == Recreation.ALWAYS && seen.add(place.logicalId())) {
            left.add(place.logicalId());
          }
        }
      }
    }
    return follows;
  }

  private static void places(TemplateResource resource, List<Place> places) {
    for (Map.Entry<String, JsonNode> each : resource.properties().properties()) {
      Recreation recreation = CreateOnly.of(resource.type(), each.getKey());
      if (recreation != Recreation.NEVER && each.getValue().isContainerNode()) {
        places.add(
            new Place(
                resource.logicalId(), each.getKey(), recreation, References.in(each.getValue())));
      }
    }
  }
}
