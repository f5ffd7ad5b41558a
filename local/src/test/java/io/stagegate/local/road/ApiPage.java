package io.stagegate.local.road;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What docs/api.md says: blocks of commands, in the page's order.
 *
 * @param blocks of {@code sh}
 */
record ApiPage(List<Block> blocks) {
  /** Fenced blocks, and the language each is in. */
  private static final Pattern FENCED =
      Pattern.compile("^```(sh|http)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private static final Pattern ANSWER =
      Pattern.compile("HTTP/1\\.1 (\\d{3})\n(.*)", Pattern.DOTALL);

  /**
   * Commands, and what the page shows as their answer.
   *
   * @param answer of the last call; empty where the page shows none
   */
  record Block(String commands, Optional<Answer> answer) {}

  /** What a call answers, in part. */
  record Answer(int status, JsonNode body) {}

  static ApiPage read(String markdown) throws JsonProcessingException {
    var blocks = new ArrayList<Block>();
    var fenced = FENCED.matcher(markdown);
    while (fenced.find()) {
      if (fenced.group(1).equals("sh")) {
        blocks.add(new Block(fenced.group(2), Optional.empty()));
      } else {
        var asked = blocks.removeLast();
        blocks.add(new Block(asked.commands(), Optional.of(answer(fenced.group(2)))));
      }
    }
    return new ApiPage(blocks);
  }

  private static Answer answer(String text) throws JsonProcessingException {
    var parts = ANSWER.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no answer: " + text);
    }
    return new Answer(
        Integer.parseInt(parts.group(1)), new ObjectMapper().readTree(parts.group(2)));
  }

  /** What of the shown part isn't in the real answer, a line each. */
  static List<String> missing(JsonNode shown, JsonNode real) {
    var missing = new ArrayList<String>();
    compare("", shown, real, missing);
    return missing;
  }

  private static void compare(String path, JsonNode shown, JsonNode real, List<String> missing) {
    if (shown.isObject() && real.isObject()) {
      shown
          .properties()
          .forEach(
              field ->
                  compare(
                      path + "/" + field.getKey(),
                      field.getValue(),
                      real.path(field.getKey()),
                      missing));
    } else if (shown.isArray() && real.isArray()) {
      for (int i = 0; i < shown.size(); i++) {
        compare(path + "/" + i, shown.path(i), real.path(i), missing);
      }
    } else if (!(shown.isTextual() && real.isTextual() && like(shown.asText(), real.asText()))
        && !shown.equals(real)) {
      missing.add(path + ": the page shows " + shown + ", the answer has " + real);
    }
  }

  /** Whether a text is as shown, where … stands for something. */
  private static boolean like(String shown, String real) {
    var pattern =
        Arrays.stream(shown.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(real).matches();
  }
}
