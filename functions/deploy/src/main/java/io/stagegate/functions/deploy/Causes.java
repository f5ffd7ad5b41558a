package io.stagegate.functions.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.model.Failure;
import io.stagegate.store.Codec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a state machine caught, as a failure to show. A failure that a step found is a {@code
 * Failure} as JSON; anything else is trouble of Stagegate's own, and named as such.
 */
final class Causes {
  private Causes() {}

  static Failure failureOf(String error, @Nullable String cause) {
    var said = json(cause);
    var what = said.map(node -> node.path("what").asText("")).orElse("");
    if (!what.isEmpty()) {
      var where = said.map(node -> node.path("where").asText("")).orElse("");
      return new Failure(what, where.isEmpty() ? null : where);
    }
    if (error.equals("States.Timeout")) {
      return new Failure("A step took longer than it may.", null);
    }
    var message = said.map(node -> node.path("errorMessage").asText("")).orElse("");
    return new Failure(
        "Stagegate could not go on (" + error + ")" + (message.isEmpty() ? "." : ": " + message),
        null);
  }

  private static Optional<JsonNode> json(@Nullable String cause) {
    if (cause == null || cause.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Codec.mapper().readTree(cause));
    } catch (JsonProcessingException e) {
      // Not JSON: then it is a sentence of its own.
      return Optional.of(Codec.mapper().createObjectNode().put("errorMessage", cause));
    }
  }
}
