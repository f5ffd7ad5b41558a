package io.stagegate.review;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/** Follows CloudFormation's property paths, which are JSON pointers into the resource. */
final class Paths {
  private Paths() {}

  static JsonNode at(JsonNode resource, @Nullable String path) {
    return path == null || !path.startsWith("/")
        ? MissingNode.getInstance()
        : resource.at(JsonPointer.compile(path));
  }
}
