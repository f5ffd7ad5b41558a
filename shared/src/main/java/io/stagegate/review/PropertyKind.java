package io.stagegate.review;

/** What happens to a property; {@link #UNKNOWN} where the answer does not say. */
public enum PropertyKind {
  ADD,
  MODIFY,
  REMOVE,
  UNKNOWN
}
