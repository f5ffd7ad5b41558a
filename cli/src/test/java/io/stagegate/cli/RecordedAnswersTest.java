package io.stagegate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded answer of AWS gives one object, with exactly the members that it promises. */
class RecordedAnswersTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static Stream<Path> answers() throws IOException {
    Path data = Path.of(System.getProperty("stagegate.root", "."), "../shared/data").normalize();
    assumeTrue(Files.isDirectory(data), "recorded data not present: " + data);
    Path folder = data.resolve("changesets");
    JsonNode index = MAPPER.readTree(folder.resolve("index.json").toFile());
    return StreamSupport.stream(index.spliterator(), false)
        .map(entry -> entry.path("file").asText())
        .filter(file -> !file.equals("errors.json"))
        .map(folder::resolve);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void isReviewed(Path answer) throws IOException {
    JsonNode told = MAPPER.readTree(answer.toFile());
    for (Format format : Format.values()) {
      Ran ran = Ran.review(answer.toString(), "--format", format.toString());
      boolean executable =
          told.path("Status").asText().equals("CREATE_COMPLETE")
              && told.path("ExecutionStatus").asText().equals("AVAILABLE");
      assertThat(ran.code()).isEqualTo(executable && !told.path("Changes").isEmpty() ? 0 : 1);
      assertThat(ran.out()).isNotBlank();
      assertThat(ran.err()).doesNotContain("\tat ", "Exception", "should not happen");
      if (format == Format.JSON) {
        hasExactlyThePromisedMembers(MAPPER.readTree(ran.out()));
      }
    }
  }

  private static void hasExactlyThePromisedMembers(JsonNode review) {
    hasMembers(review, "changeSet executable digest risk summary changes risks");
    review.path("risks").forEach(RecordedAnswersTest::isARisk);
    hasMembers(
        review.path("changeSet"), "name id stack status executionStatus statusReason createdAt");
    hasMembers(
        review.path("summary"), "add modify remove import dynamic sync replace mayReplace stacks");
    assertThat(review.path("executable").isBoolean()).isTrue();
    assertThat(review.path("digest").asText()).matches("sha256:[0-9a-f]{64}");
    assertThat(review.path("risk").asText()).matches("NONE|LOW|MEDIUM|HIGH");
    assertThat(review.path("summary")).allMatch(JsonNode::isInt);
    for (JsonNode change : review.path("changes")) {
      hasMembers(
          change,
          "stack action logicalId physicalId type replacement policyAction scope risks properties");
      assertThat(change.path("replacement").asText()).matches("NONE|MAY|WILL");
      assertThat(change.path("scope").isArray()).isTrue();
      change.path("risks").forEach(RecordedAnswersTest::isARisk);
      change.path("properties").forEach(RecordedAnswersTest::isAProperty);
    }
  }

  private static void isARisk(JsonNode risk) {
    hasMembers(risk, "kind level certain why");
    assertThat(risk.path("level").asText()).matches("LOW|MEDIUM|HIGH|NONE");
    assertThat(risk.path("certain").isBoolean()).isTrue();
  }

  private static void isAProperty(JsonNode property) {
    hasMembers(property, "attribute name path before after change recreation known causes");
    assertThat(property.path("change").asText()).matches("ADD|MODIFY|REMOVE|UNKNOWN");
    assertThat(property.path("recreation").asText()).matches("NEVER|CONDITIONALLY|ALWAYS");
    assertThat(property.path("known").isBoolean()).isTrue();
    for (JsonNode cause : property.path("causes")) {
      hasMembers(cause, "source entity evaluation");
      assertThat(cause.path("evaluation").asText()).matches("STATIC|DYNAMIC");
    }
  }

  private static void hasMembers(JsonNode node, String members) {
    List<String> found = new ArrayList<>();
    node.fieldNames().forEachRemaining(found::add);
    assertThat(found).containsExactly(members.split(" "));
  }
}
