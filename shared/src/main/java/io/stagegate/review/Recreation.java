package io.stagegate.review;

/** Whether changing a property makes its resource anew. */
public enum Recreation {
  NEVER,
  CONDITIONALLY,
  ALWAYS
}
