package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/**
 * Bytes that somebody gives out as an answer of DescribeChangeSet. In a usual test run the kept
 * inputs are tried again; CONTRIBUTING.md says how to look for new ones.
 */
class ReviewFuzzTest {
  @DictionaryFile(resourcePath = "answer.dict")
  @FuzzTest
  void anyBytesAreReviewedOrRefused(byte[] bytes) {
    JsonNode answer;
    try {
      answer = Json.MAPPER.readTree(bytes);
    } catch (IOException | NumberFormatException e) {
      return; // What is no JSON is refused before anything is reviewed.
    }
    if (new Reviewer().review(ReviewInput.of(List.of(answer)))
        instanceof ReviewResult.Reviewed(Review review)) {
      assertThat(ReviewCodec.decode(ReviewCodec.encode(review))).isEqualTo(review);
      assertThat(ReviewText.render(review, true)).contains(review.digest());
      assertThat(new ReviewMarkdown(2_000).render(review)).hasSizeLessThanOrEqualTo(2_000);
      assertThat(new ReviewHtml().render(review)).hasSizeLessThan(300_000).doesNotContain("\u001b");
      assertThat(Reviews.of(answer.deepCopy())).isEqualTo(review);
    }
  }
}
