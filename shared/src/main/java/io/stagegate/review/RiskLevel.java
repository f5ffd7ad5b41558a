package io.stagegate.review;

/** How much a person should hesitate; the order of the constants is the order of the levels. */
public enum RiskLevel {
  NONE,
  LOW,
  MEDIUM,
  HIGH;

  RiskLevel max(RiskLevel other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
