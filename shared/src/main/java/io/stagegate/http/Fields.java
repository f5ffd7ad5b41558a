package io.stagegate.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stagegate.model.Decision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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
  private final Map<String, List<String>> lists;

  private Fields(Map<String, String> values, Map<String, List<String>> lists) {
    this.values = Map.copyOf(values);
    this.lists = Map.copyOf(lists);
  }

  /** Reads a form's body. */
  public static Fields ofForm(Request request) {
    if (!request
        .header("content-type")
        .orElse("")
        .startsWith("application/x-www-form-urlencoded")) {
      throw new BadRequest(415, "A form is sent as application/x-www-form-urlencoded.");
    }
    return new Fields(GatewayEvents.form(request.body().text()), Map.of());
  }

  /** Reads a JSON body: an object of texts, numbers, booleans and lists of words. */
  public static Fields ofJson(Request request) {
    return of(object(request));
  }

  /** Reads a JSON body that is a list of such objects under one name. */
  public static List<Fields> listOfJson(Request request, String name) {
    var list = object(request).path(name);
    if (!list.isArray()) {
      throw new BadRequest("The field " + name + " is not a list.");
    }
    var all = new ArrayList<Fields>();
    for (var each : list) {
      if (!each.isObject()) {
        throw new BadRequest("The field " + name + " is not a list of objects.");
      }
      all.add(of(each));
    }
    return all;
  }

  private static JsonNode object(Request request) {
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
    return document;
  }

  private static Fields of(JsonNode document) {
    var values = new HashMap<String, String>();
    var lists = new HashMap<String, List<String>>();
    for (var field : document.properties()) {
      var value = field.getValue();
      if (value.isArray()) {
        lists.put(field.getKey(), words(shown(field.getKey()), value));
      } else if (value.isObject()) {
        throw new BadRequest("The field " + shown(field.getKey()) + " is not a plain value.");
      } else if (!value.isNull()) {
        values.put(field.getKey(), value.asText());
      }
    }
    return new Fields(values, lists);
  }

  private static List<String> words(String name, JsonNode list) {
    var words = new ArrayList<String>();
    for (var word : list) {
      if (!word.isTextual()) {
        throw new BadRequest("The field " + name + " is not a list of words.");
      }
      words.add(word.asText());
    }
    return words;
  }

  public Optional<String> text(String name) {
    if (lists.containsKey(name)) {
      throw new BadRequest("The field " + name + " is not a plain value.");
    }
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  public String needed(String name) {
    return text(name).orElseThrow(() -> new BadRequest("The field " + name + " is missing."));
  }

  /** A number from 1. */
  public int number(String name) {
    return number(name, needed(name));
  }

  /** A number from 1, where it is there. */
  public Optional<Integer> numberIfThere(String name) {
    return text(name).map(text -> number(name, text));
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

  /** Whether something holds: {@code true} or {@code false}. */
  public boolean flag(String name) {
    return flag(name, needed(name));
  }

  /** The same, where it may be absent. */
  public boolean flag(String name, boolean otherwise) {
    return flag(name, text(name).orElse(Boolean.toString(otherwise)));
  }

  private static boolean flag(String name, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new BadRequest("The field " + name + " is neither true nor false.");
    };
  }

  /** What somebody says to a decision; empty where nothing. */
  public String comment(String name) {
    var comment = text(name).orElse("");
    if (comment.length() > Decision.LONGEST_COMMENT) {
      throw new BadRequest(
          "The field " + name + " has more than " + Decision.LONGEST_COMMENT + " characters.");
    }
    return comment;
  }

  /** A list of words; empty where it isn't there. */
  public <T> Set<T> each(String name, Function<String, T> read) {
    if (values.containsKey(name)) {
      throw new BadRequest("The field " + name + " is not a list of words.");
    }
    return lists.getOrDefault(name, List.of()).stream()
        .map(word -> as(name, word, read))
        .collect(Collectors.toUnmodifiableSet());
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
