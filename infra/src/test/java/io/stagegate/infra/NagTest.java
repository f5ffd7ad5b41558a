package io.stagegate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** cdk-nag's AwsSolutions pack finds nothing that is not explained. */
@ExtendWith(Synthesized.Once.class)
class NagTest {

  private final Synthesized synthesized;

  NagTest(Synthesized synthesized) {
    this.synthesized = synthesized;
  }

  @Test
  void everyFindingIsExplained() {
    assertThat(synthesized.findings()).isEmpty();
  }

  @Test
  void everyExplanationIsASentence() {
    assertThat(explanations())
        .isNotEmpty()
        .allSatisfy(
            explanation ->
                assertThat(explanation.required("reason").asText())
                    .hasSizeGreaterThan(30)
                    .endsWith("."));
  }

  @Test
  void wildcardsAreExplainedOneByOne() {
    assertThat(explanations())
        .filteredOn(explanation -> explanation.required("id").asText().equals("AwsSolutions-IAM5"))
        .isNotEmpty()
        .allSatisfy(explanation -> assertThat(explanation.path("applies_to")).isNotEmpty());
  }

  private List<JsonNode> explanations() {
    List<JsonNode> found = new ArrayList<>();
    synthesized
        .template()
        .template()
        .required("Resources")
        .forEach(
            resource -> resource.at("/Metadata/cdk_nag/rules_to_suppress").forEach(found::add));
    return found;
  }
}
