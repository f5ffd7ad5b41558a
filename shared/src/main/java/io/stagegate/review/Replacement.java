package io.stagegate.review;

/** Whether a modified resource is made anew. Anything but a Modify is {@link #NONE}. */
public enum Replacement {
  NONE,
  MAY,
  WILL
}
