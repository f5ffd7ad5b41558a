package io.stagegate.review.policy;

/**
 * One member of an element: an action, a resource or a principal.
 *
 * @param text as people read it
 * @param key what is compared: a pattern with {@code *} and {@code ?}
 * @param known false where only the deployment decides what it is; then only the same text is equal
 */
public record Term(String text, String key, boolean known) {
  static final Term ANY = new Term("*", "*", true);

  boolean any() {
    return key.equals("*");
  }

  boolean covers(Term inner) {
    return any() || (known && inner.known ? Glob.covers(key, inner.key) : key.equals(inner.key));
  }

  /** True unless it is certain that nothing is meant by both. */
  boolean meets(Term other) {
    return !known || !other.known || Glob.meet(key, other.key);
  }
}
