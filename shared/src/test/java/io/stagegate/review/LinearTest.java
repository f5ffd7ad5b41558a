package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Twice the input takes twice the memory, and what is allocated is also a measure of the work that
 * does not depend on how busy the machine is.
 */
class LinearTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static List<Arguments> inputs() {
    return List.of(
        Arguments.of("more changes", (IntFunction<JsonNode>) n -> answer(n, 2)),
        Arguments.of(
            "more properties of one change", (IntFunction<JsonNode>) n -> answer(1, 2 * n)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void memoryGrowsWithTheInput(String what, IntFunction<JsonNode> input) {
    allocated(input.apply(500)); // What is made once does not count.
    long once = allocated(input.apply(500));
    long twice = allocated(input.apply(1_000));
    long fourTimes = allocated(input.apply(2_000));
    assertThat((double) twice / once).as(what).isLessThan(2.5);
    assertThat((double) fourTimes / twice).as(what).isLessThan(2.5);
  }

  /** Bytes that the review and every form of it take. */
  private static long allocated(JsonNode answer) {
    long id = Thread.currentThread().threadId();
    long before = THREADS.getThreadAllocatedBytes(id);
    Review review = Reviews.of(answer);
    int length =
        ReviewCodec.encode(review).length
            + ReviewText.render(review, false).length()
            + new ReviewMarkdown(ReviewMarkdown.GITHUB).render(review).length()
            + new ReviewHtml().render(review).length();
    assertThat(length).isPositive();
    return THREADS.getThreadAllocatedBytes(id) - before;
  }

  private static JsonNode answer(int changes, int properties) {
    String[] types = {"AWS::SNS::Topic", "AWS::DynamoDB::Table", "AWS::IAM::ManagedPolicy"};
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < changes; i++) {
      List<String> details = new ArrayList<>();
      for (int p = 0; p < properties; p++) {
        details.add(
            "{'Evaluation':'Static','ChangeSource':'ResourceAttribute','CausingEntity':'R%d.Arn','Target':{'Attribute':'Properties','Name':'P%d','Path':'/Properties/P%d','BeforeValue':'{\\\"a\\\":%d}','AfterValue':'{\\\"a\\\":[1]}','RequiresRecreation':'Always'}}"
                .formatted((i + 1) % changes, p, p, p));
      }
      rows.add(
          "{'Action':'Modify','LogicalResourceId':'R%d','PhysicalResourceId':'r-%d','ResourceType':'%s','Replacement':'True','Details':[%s]}"
              .formatted(i, i, types[i % types.length], String.join(",", details)));
    }
    return Reviews.json(Reviews.answer(rows.toArray(String[]::new)));
  }
}
