package io.stagegate.review;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows CloudFormation's property paths, which are JSON pointers into the resource. */
final class Paths {
  private Paths() {}

  static JsonNode at(JsonNode resource, @Nullable String path) {
    return path == null || !path.startsWith("/")
        ? MissingNode.getInstance()
        : resource.at(JsonPointer.compile(path));
  }

  /** What is on the way to where a path leads, the nearest last, without the resource itself. */
  static List<JsonNode> above(JsonNode resource, String path) {
    List<JsonNode> above = new ArrayList<>();
    JsonPointer rest = path.startsWith("/") ? JsonPointer.compile(path) : JsonPointer.empty();
    JsonNode node = resource;
    while (!rest.matches() && !rest.tail().matches() && node.isContainerNode()) {
      node =
          node.isArray()
              ? node.path(rest.getMatchingIndex())
              : node.path(rest.getMatchingProperty());
      above.add(node);
      rest = rest.tail();
    }
    return above;
  }
}
