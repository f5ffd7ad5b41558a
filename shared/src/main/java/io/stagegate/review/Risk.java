package io.stagegate.review;

import java.util.Comparator;

/**
 * One reason to hesitate.
 *
 * @param certain false where the outcome is known only at deployment, or not told at all
 * @param why one plain sentence
 */
public record Risk(RiskKind kind, RiskLevel level, boolean certain, String why) {

  /** Highest first, then what it is about (lost data before all else), certain before uncertain. */
  static final Comparator<Risk> ORDER =
      Comparator.comparing(Risk::level)
          .reversed()
          .thenComparing(Risk::kind)
          .thenComparing(risk -> !risk.certain())
          .thenComparing(Risk::why);

  static Risk sure(RiskKind kind, RiskLevel level, String why) {
    return new Risk(kind, level, true, why);
  }

  static Risk unsure(RiskKind kind, RiskLevel level, String why) {
    return new Risk(kind, level, false, why);
  }
}
