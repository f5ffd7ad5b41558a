package io.stagegate.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stagegate.review.ReviewCodec;
import io.stagegate.review.ReviewInput;
import io.stagegate.review.ReviewResult;
import io.stagegate.review.Reviewer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewsTest {
  @Test
  void showsASmallReviewWhole() {
    var lines = lines(answer(3, "orders"));
    assertThat(lines)
        .allMatch(line -> line.startsWith("| "))
        .contains("|     + added Queue0  Queue")
        .noneMatch(line -> line.contains("more lines on the page"));
    assertThat(lines.getLast()).startsWith("| Digest sha256:");
  }

  @Test
  void cutsALargeOne() {
    // Headline, totals, stack and service above, the digest below.
    int all = 4 + 100 + 1;
    assertThat(lines(answer(100, "orders")))
        .hasSize(Reviews.MOST + 1)
        .endsWith("|   and " + (all - Reviews.MOST) + " more lines on the page");
  }

  @Test
  void cutsLongLines() {
    var lines = lines(answer(1, "☃".repeat(300)));
    assertThat(lines).allMatch(line -> line.length() <= Reviews.WIDTH + 2);
    assertThat(lines).anyMatch(line -> line.endsWith("☃…"));
  }

  /** As the API gives it. */
  private static List<String> lines(JsonNode answer) {
    return switch (new Reviewer().review(ReviewInput.of(List.of(answer)))) {
      case ReviewResult.Reviewed(var review) ->
          Reviews.lines(ReviewCodec.decode(ReviewCodec.tree(review)));
      case ReviewResult.Unreadable(var reason) -> throw new AssertionError(reason);
    };
  }

  private static JsonNode answer(int adds, String stack) {
    var answer =
        JsonNodeFactory.instance
            .objectNode()
            .put("StackName", stack)
            .put("Status", "CREATE_COMPLETE")
            .put("ExecutionStatus", "AVAILABLE");
    var changes = answer.putArray("Changes");
    for (int i = 0; i < adds; i++) {
      changes
          .addObject()
          .putObject("ResourceChange")
          .put("Action", "Add")
          .put("LogicalResourceId", "Queue" + i)
          .put("ResourceType", "AWS::SQS::Queue");
    }
    return answer;
  }
}
