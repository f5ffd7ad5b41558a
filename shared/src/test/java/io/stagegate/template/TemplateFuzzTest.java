package io.stagegate.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.stagegate.review.ReviewInput;
import io.stagegate.review.ReviewResult;
import io.stagegate.review.Reviewer;
import io.stagegate.review.StackTemplates;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Bytes that somebody gives out as a template. In a usual test run the kept inputs are tried again;
 * CONTRIBUTING.md says how to look for new ones.
 */
class TemplateFuzzTest {
  private static final Template OTHER =
      parsed("Resources: {A: {Type: 'AWS::SQS::Queue', Properties: {QueueName: a}}, B: {Type: T}}");

  @DictionaryFile(resourcePath = "template.dict")
  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (new TemplateReader().read(text) instanceof TemplateRead.Parsed(Template template)) {
      // Numbers that are written the same may be of two kinds: 1e0 and 1.
      assertThat(parsed(template.tree().toString()).tree()).hasToString(template.tree().toString());
      Map<String, String> parameters = Map.of("A", "a,b", "P", "p");
      StackTemplates templates = new StackTemplates(OTHER, template, Map.of(), parameters);
      ReviewInput input = new ReviewInput(List.of(), Map.of("", templates), "", Map.of());
      assertThat(new Reviewer().review(input)).isInstanceOf(ReviewResult.Reviewed.class);
    }
  }

  private static Template parsed(String text) {
    return switch (new TemplateReader().read(text)) {
      case TemplateRead.Parsed(Template template) -> template;
      case TemplateRead.Unreadable unreadable -> throw new AssertionError(unreadable.toString());
    };
  }
}
