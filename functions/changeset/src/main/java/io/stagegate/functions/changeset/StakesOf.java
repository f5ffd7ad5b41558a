package io.stagegate.functions.changeset;

import io.stagegate.model.Stakes;
import io.stagegate.review.Change;
import io.stagegate.review.Review;
import io.stagegate.review.Risk;
import io.stagegate.review.RiskKind;
import io.stagegate.review.RiskLevel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What of a review counts for who must decide on it. */
final class StakesOf {
  /** What can't be taken back, and what lets somebody do or reach more than before. */
  private static final Set<RiskKind> GRAVE =
      EnumSet.of(
          RiskKind.DATA_LOSS, RiskKind.PERMISSION, RiskKind.PUBLIC_ACCESS, RiskKind.ENCRYPTION);

  private StakesOf() {}

  static Stakes review(Review review) {
    return new Stakes(review.risk() == RiskLevel.HIGH, risks(review).anyMatch(risk -> grave(risk)));
  }

  private static boolean grave(Risk risk) {
    return GRAVE.contains(risk.kind()) && risk.level().compareTo(RiskLevel.LOW) > 0;
  }

  private static Stream<Risk> risks(Review review) {
    return Stream.concat(
        review.risks().stream(),
        review.changes().stream().map(Change::risks).flatMap(List::stream));
  }
}
