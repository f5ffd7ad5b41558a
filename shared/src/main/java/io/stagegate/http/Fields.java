package io.stagegate.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a request's body says, by name: of a form or of a flat JSON object. Each question it can't
 * answer is a {@link BadRequest} that names the field.
 */
public final class Fields {
  /** The largest body of a form or of an API call, in bytes. */
  public static final int LARGEST_BODY = 1024 * 1024;

  private static final int DEEPEST = 20;
  private static final ObjectMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEEPEST)
                      .maxDocumentLength(LARGEST_BODY)
                      .build())
              .disable(JsonReadFeature.ALLOW_TRAILING_COMMA)
              .build());

  private final Map<String, String> values;

  private Fields(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** Reads a form's body. */
  public static Fields ofForm(Request request) {
    if (!request
        .header("content-type")
        .orElse("")
        .startsWith("application/x-www-form-urlencoded")) {
      throw new BadRequest(415, "A form is sent as application/x-www-form-urlencoded.");
    }
    return new Fields(GatewayEvents.form(request.body().text()));
  }

  /** Reads a JSON body: an object of texts, numbers and booleans. */
  public static Fields ofJson(Request request) {
    JsonNode document;
    try {
      document = MAPPER.readTree(request.body().bytes());
    } catch (JsonProcessingException e) {
      throw new BadRequest("The body is not JSON.");
    } catch (IOException e) {
      throw new BadRequest("The body can't be read.");
    }
    if (!document.isObject()) {
      throw new BadRequest("The body is not a JSON object.");
    }
    var values = new HashMap<String, String>();
    for (var field : document.properties()) {
      if (field.getValue().isContainerNode()) {
        throw new BadRequest("The field " + shown(field.getKey()) + " is not a plain value.");
      }
      if (!field.getValue().isNull()) {
        values.put(field.getKey(), field.getValue().asText());
      }
    }
    return new Fields(values);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  public String needed(String name) {
    return text(name).orElseThrow(() -> new BadRequest("The field " + name + " is missing."));
  }

  /** A number from 1. */
  public int number(String name) {
    return number(name, needed(name));
  }

  /**
   * A field as a record of the model.
   *
   * @param read throws IllegalArgumentException, with a reason, for what it does not take
   */
  public <T> T needed(String name, Function<String, T> read) {
    return as(name, needed(name), read);
  }

  public <T> Optional<T> optional(String name, Function<String, T> read) {
    return text(name).map(value -> as(name, value, read));
  }

  private static <T> T as(String name, String value, Function<String, T> read) {
    try {
      return read.apply(value);
    } catch (IllegalArgumentException e) {
      throw new BadRequest("The field " + name + " does not fit: " + e.getMessage() + ".");
    }
  }

  private static int number(String name, String text) {
    var digits = text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int number = digits ? Integer.parseInt(text) : 0;
    if (number < 1) {
      throw new BadRequest("The field " + name + " is not a number from 1.");
    }
    return number;
  }

  private static String shown(String name) {
    return name.length() <= 40 ? name : name.substring(0, 39) + "…";
  }
}
