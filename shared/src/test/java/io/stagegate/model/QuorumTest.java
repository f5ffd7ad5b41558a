package io.stagegate.model;

import static io.stagegate.model.Samples.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuorumTest {
  private static final Release RELEASE = release(7, Release.Kind.PROMOTION);

  @ParameterizedTest(name = "high risk {0}, grave {1}: {2} people, reason {3}")
  @CsvSource({
    "false, false, 1, false",
    "true, false, 1, true",
    "false, true, 2, false",
    "true, true, 2, true"
  })
  void whatAReviewAsksFor(boolean highRisk, boolean grave, int needed, boolean reason) {
    var policy = new ApprovalPolicy(1, 2, true, true, false, Duration.ofDays(7));

    var quorum = Quorum.of(policy, RELEASE, new Stakes(highRisk, grave), Set.of("bob"));

    assertThat(quorum).isEqualTo(new Quorum(needed, Set.of(), Set.of(), reason, false));
  }

  @ParameterizedTest(name = "requester {0}, authors {1}: ada barred {2}, bob barred {3}")
  @CsvSource({
    "true, true, false, false",
    "false, true, true, false",
    "true, false, false, true",
    "false, false, true, true"
  })
  void whoMayBeBarred(boolean requester, boolean authors, boolean ada, boolean bob) {
    var policy = new ApprovalPolicy(1, 1, requester, authors, false, Duration.ofDays(1));

    var quorum = Quorum.of(policy, RELEASE, Stakes.NONE, Set.of("bob"));

    assertThat(quorum.bars("ada").isPresent()).isEqualTo(ada);
    assertThat(quorum.bars("bob").isPresent()).isEqualTo(bob);
    assertThat(quorum.bars("eve")).isEmpty();
  }

  @Test
  void aPolicyNeverAsksForNobody() {
    assertThatThrownBy(() -> new Quorum(0, Set.of(), Set.of(), false, false))
        .hasMessageContaining("somebody's word");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 604800, true", "1, 1, 1, true", "10, 10, 2592000, true", "0, 1, 10080, false",
    "2, 1, 10080, false", "1, 11, 10080, false", "1, 2, 0, false", "1, 2, 2592001, false"
  })
  void aPolicyHasBounds(int approvals, int grave, int seconds, boolean fine) {
    var decideWithin = Duration.ofSeconds(seconds);
    if (fine) {
      assertThat(
              new ApprovalPolicy(approvals, grave, true, true, false, decideWithin).decideWithin())
          .isEqualTo(decideWithin);
    } else {
      assertThatThrownBy(
              () -> new ApprovalPolicy(approvals, grave, true, true, false, decideWithin))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
