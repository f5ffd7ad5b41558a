package io.stagegate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.review.ReviewInput;
import io.stagegate.review.ReviewResult;
import io.stagegate.review.Reviewer;
import io.stagegate.review.RiskKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BigChangeSetTest {
  /** Else the figure would be about less than it says. */
  @Test
  void isReadWholeWithItsFiveHundredChanges() {
    var input = new ReviewInput(new BigChangeSet().documents(), Map.of(), "production", Map.of());

    assertThat(new Reviewer().review(input))
        .isInstanceOfSatisfying(
            ReviewResult.Reviewed.class,
            reviewed -> {
              var review = reviewed.review();
              assertThat(review.changes()).hasSize(500);
              assertThat(review.risks()).noneMatch(risk -> risk.kind() == RiskKind.INCOMPLETE);
              assertThat(review.changes().stream().map(change -> change.action()).distinct())
                  .hasSize(3);
            });
  }
}
