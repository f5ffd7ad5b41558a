package io.stagegate.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One changed property of a resource.
 *
 * @param attribute {@code Properties}, {@code Metadata}, {@code Tags} and so on
 * @param name top-level property, null where the attribute has none
 * @param path such as {@code /Properties/Tags/0/Value}, null where the answer gives none
 * @param before text, or JSON for a structure; null where it is not given; secrets are masked
 * @param after like before
 * @param known false where a value is known only after deployment
 */
public record PropertyChange(
    String attribute,
    @Nullable String name,
    @Nullable String path,
    @Nullable String before,
    @Nullable String after,
    PropertyKind change,
    Recreation recreation,
    boolean known,
    List<Cause> causes) {

  public PropertyChange {
    causes = List.copyOf(causes);
  }

  /** How people read it: the path without its attribute, else the name, else the attribute. */
  public String label() {
    if (path != null && path.length() > 1) {
      String bare = path.startsWith("/Properties/") ? path.substring(12) : path.substring(1);
      return bare.replace('/', '.');
    }
    return name == null || name.isEmpty() ? attribute : name;
  }

  /** True where the answers tell that it changes, but neither from what nor to what. */
  boolean withoutValues() {
    boolean told =
        before != null
            || after != null
            || change == PropertyKind.ADD
            || change == PropertyKind.REMOVE;
    return !told;
  }

  boolean forcesReplacement() {
    return recreation != Recreation.NEVER;
  }

  PropertyChange withValues(@Nullable String newBefore, @Nullable String newAfter) {
    return new PropertyChange(
        attribute, name, path, newBefore, newAfter, change, recreation, known, causes);
  }
}
