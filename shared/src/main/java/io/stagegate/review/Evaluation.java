package io.stagegate.review;

/** Whether CloudFormation knows a cause's outcome before it deploys. */
public enum Evaluation {
  STATIC,
  DYNAMIC
}
