package io.stagegate.model;

/**
 * What a review found, as far as it counts for who must decide.
 *
 * @param highRisk whether anything in it is of high risk
 * @param grave whether data would be lost, or somebody may do or reach more than before
 */
public record Stakes(boolean highRisk, boolean grave) {
  public static final Stakes NONE = new Stakes(false, false);
}
