package io.stagegate.local.function;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** How an invocation ended. */
public sealed interface Outcome {
  /** The JSON that the caller of the function gets. */
  byte[] body();

  /** The handler returned; {@code body} is its result. */
  record Answer(byte[] body) implements Outcome {}

  /**
   * The function failed; {@code body} is Lambda's error document ({@code errorType}, {@code
   * errorMessage} and, from a handler, {@code stackTrace}).
   */
  record Failure(String type, byte[] body) implements Outcome {}

  /** A failure that the runtime's surroundings notice: a timeout, a crash, a failed start. */
  static Failure failure(String type, String message) {
    ObjectNode error = new ObjectMapper().createObjectNode();
    error.put("errorType", type);
    error.put("errorMessage", message);
    return new Failure(type, error.toString().getBytes(StandardCharsets.UTF_8));
  }
}
