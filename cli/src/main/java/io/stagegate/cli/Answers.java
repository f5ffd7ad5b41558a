package io.stagegate.cli;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stagegate.review.Reviewer;
import io.stagegate.template.TemplateRead;
import io.stagegate.template.TemplateReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads DescribeChangeSet answers from one input: one, several one after another as commands append
 * them to a file, or a list of them.
 */
final class Answers {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final int SHOWN = 5;

  private final Document document;
  private final List<JsonNode> answers = new ArrayList<>();

  private Answers(Document document) {
    this.document = document;
  }

  static Read<List<JsonNode>> of(Document document) {
    Answers answers = new Answers(document);
    return answers
        .problem()
        .map(answers::asTemplate)
        .<Read<List<JsonNode>>>map(Read.Failed::new)
        .orElseGet(() -> new Read.Done<>(List.copyOf(answers.answers)));
  }

  private Optional<Problem> problem() {
    try (JsonParser parser = MAPPER.createParser(document.text())) {
      while (parser.nextToken() != null) {
        boolean list = parser.currentToken() == JsonToken.START_ARRAY;
        while (!list || parser.nextToken() != JsonToken.END_ARRAY) {
          Optional<Problem> problem = answer(parser);
          if (problem.isPresent()) {
            return problem;
          }
          if (!list) {
            break;
          }
        }
      }
      return answers.isEmpty()
          ? Optional.of(Problem.of(document.name(), "holds no answer of DescribeChangeSet"))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.of(at(e.getLocation(), "is not JSON: " + reason(e) + hint()));
    } catch (NumberFormatException e) {
      // Jackson's answer to an exponent that no number can have.
      return Optional.of(Problem.of(document.name(), "is not JSON: a number is too large"));
    } catch (IOException e) {
      return Optional.of(Problem.of(document.name(), "is not JSON: " + e.getMessage()));
    }
  }

  /** Takes the value at which the parser is. */
  private Optional<Problem> answer(JsonParser parser) throws IOException {
    JsonLocation start = parser.currentTokenLocation();
    JsonNode answer = MAPPER.readTree(parser);
    answers.add(answer);
    return Reviewer.problem(answer).map(reason -> at(start, reason + found(answer)));
  }

  private static String found(JsonNode answer) {
    if (!answer.isObject()) {
      return "; found " + answer.getNodeType().name().toLowerCase(Locale.ROOT);
    }
    List<String> names = answer.propertyStream().map(Map.Entry::getKey).limit(SHOWN).toList();
    return "; found "
        + (names.isEmpty() ? "nothing" : String.join(", ", names))
        + (answer.size() > SHOWN ? " and more" : "");
  }

  /**
   * Jackson's reason without the long list of all that it would have taken, and without inner
   * places.
   */
  private static String reason(JsonProcessingException e) {
    return String.valueOf(e.getOriginalMessage())
        .replaceAll(
            "(?s)(: was expecting \\(| \\(start marker at | \\(for \\w+ starting at ).*", "");
  }

  /** The AWS CLI's other formats begin with a word. */
  private String hint() {
    return document.text().stripLeading().matches("(?s)[A-Za-z].*")
        ? "; the AWS CLI prints JSON with --output json"
        : "";
  }

  private Problem asTemplate(Problem problem) {
    return switch (new TemplateReader().read(document.text())) {
      case TemplateRead.Parsed parsed ->
          Problem.of(document.name(), "is a template, no answer: give it with --before or --after");
      case TemplateRead.Unreadable unreadable -> problem;
    };
  }

  private Problem at(JsonLocation place, String reason) {
    JsonLocation known = place == null ? JsonLocation.NA : place;
    return new Problem(
        document.name(), Math.max(0, known.getLineNr()), Math.max(0, known.getColumnNr()), reason);
  }
}
