package io.stagegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stagegate.review.Review;
import io.stagegate.review.ReviewInput;
import io.stagegate.review.ReviewResult;
import io.stagegate.review.Reviewer;
import io.stagegate.review.RiskLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which exit code counts where several could. */
class VerdictTest {
  private static final String REMOVED =
      """
      {"ResourceChange": {"Action": "Remove", "PolicyAction": "Delete",
        "LogicalResourceId": "Orders", "ResourceType": "AWS::DynamoDB::Table"}}""";

  @ParameterizedTest(name = "{0}, {1}, removes {2}, --fail-on {3}: {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "CREATE_COMPLETE, AVAILABLE,   true,  -,      0, ''",
        "CREATE_COMPLETE, AVAILABLE,   true,  NONE,   3, 'The risk is HIGH, --fail-on is NONE'",
        "CREATE_COMPLETE, AVAILABLE,   true,  MEDIUM, 3, 'The risk is HIGH, --fail-on is MEDIUM'",
        "CREATE_COMPLETE, AVAILABLE,   true,  HIGH,   3, 'The risk is HIGH, --fail-on is HIGH'",
        "CREATE_COMPLETE, AVAILABLE,   false, -,      1, 'No resource changes, so there is nothing"
            + " to apply'",
        "CREATE_COMPLETE, AVAILABLE,   false, NONE,   1, 'No resource changes, so there is nothing"
            + " to apply'",
        "CREATE_COMPLETE, OBSOLETE,    true,  -,      1, 'It is obsolete: the stack has changed"
            + " since it was made'",
        "CREATE_COMPLETE, OBSOLETE,    true,  HIGH,   1, 'It is obsolete: the stack has changed"
            + " since it was made'",
        "FAILED,          UNAVAILABLE, false, HIGH,   1, 'It can''t be executed now (status FAILED,"
            + " execution status UNAVAILABLE)'",
        "-,               -,           true,  -,      1, 'It can''t be executed now (status not"
            + " told, execution status not told)'"
      })
  void ofAChangeSet(
      @Nullable String status,
      @Nullable String execution,
      boolean removes,
      @Nullable RiskLevel failOn,
      int code,
      String reason)
      throws JsonProcessingException {
    String answer =
        "{\"Status\": %s, \"ExecutionStatus\": %s, \"Changes\": [%s]}"
            .formatted(quoted(status), quoted(execution), removes ? REMOVED : "");
    assertThat(Verdict.of(review(answer), failOn)).isEqualTo(new Verdict(code, reason));
  }

  private static String quoted(@Nullable String word) {
    return word == null ? "null" : '"' + word + '"';
  }

  private static Review review(String answer) throws JsonProcessingException {
    var input = ReviewInput.of(List.of(JsonMapper.builder().build().readTree(answer)));
    return switch (new Reviewer().review(input)) {
      case ReviewResult.Reviewed(var review) -> review;
      case ReviewResult.Unreadable(var reason) -> throw new AssertionError(reason);
    };
  }
}
