package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.review.RecordedData.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded answer is read, and nothing of it is lost. The counting here is its own. */
class RecordedAnswersTest {

  static Stream<Entry> answers() {
    return RecordedData.entries("changesets").stream()
        .filter(entry -> !entry.file().equals("errors.json"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void tellsAsManyActionsReplacementsAndPropertiesAsTheAnswer(Entry entry) {
    JsonNode answer = entry.json();
    Map<String, Integer> expected = new TreeMap<>();
    for (JsonNode change : answer.path("Changes")) {
      JsonNode resource = change.path("ResourceChange");
      String action = resource.path("Action").asText();
      expected.merge(action, 1, Integer::sum);
      if (action.equals("Modify") && resource.path("Replacement").asText().equals("True")) {
        expected.merge("replace", 1, Integer::sum);
      }
      Set<String> properties = new HashSet<>();
      for (JsonNode detail : resource.path("Details")) {
        JsonNode target = detail.path("Target");
        properties.add(
            target.path("Attribute").asText()
                + " "
                + (target.has("Path") ? target.path("Path") : target.path("Name")));
      }
      expected.merge("properties", properties.size(), Integer::sum);
    }

    Review review = Reviews.of(answer);

    Map<String, Integer> found = new TreeMap<>();
    review.changes().forEach(change -> found.merge(change.action(), 1, Integer::sum));
    review
        .changes()
        .forEach(
            change -> {
              if (change.replacement() == Replacement.WILL) {
                found.merge("replace", 1, Integer::sum);
              }
              found.merge("properties", change.properties().size(), Integer::sum);
            });
    assertThat(found).isEqualTo(expected);
    assertThat(review.summary().add()).isEqualTo(expected.getOrDefault("Add", 0));
    assertThat(review.summary().replace()).isEqualTo(expected.getOrDefault("replace", 0));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void isExecutableExactlyWhenCloudFormationSaysSo(Entry entry) {
    JsonNode answer = entry.json();
    assertThat(Reviews.of(answer).executable())
        .isEqualTo(
            answer.path("Status").asText().equals("CREATE_COMPLETE")
                && answer.path("ExecutionStatus").asText().equals("AVAILABLE"));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void showsNoValueThatOnlyTheDeploymentKnows(Entry entry) {
    Review review = Reviews.of(entry.json());
    assertThat(Reviews.everywhere(review)).doesNotContain("KNOWN_AFTER_APPLY");
    assertThat(ReviewCodec.decode(ReviewCodec.encode(review))).isEqualTo(review);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void knowsEveryWordOfToday(Entry entry) {
    Review review = Reviews.of(entry.json());
    assertThat(
            Stream.concat(
                review.risks().stream(),
                review.changes().stream().flatMap(c -> c.risks().stream())))
        .noneMatch(risk -> risk.kind() == RiskKind.UNKNOWN);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void givesTheSameForAnyPaging(Entry entry) {
    JsonNode answer = entry.json();
    List<JsonNode> pages = Reviews.pages(answer);
    Review whole = Reviews.of(answer);
    Review paged = Reviews.of(pages.toArray(JsonNode[]::new));
    assertThat(paged).isEqualTo(whole);
    assertThat(Reviews.of(pages.reversed().toArray(JsonNode[]::new))).isEqualTo(whole);
  }
}
