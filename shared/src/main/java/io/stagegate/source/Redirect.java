package io.stagegate.source;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Which redirects are followed. */
final class Redirect {
  private Redirect() {}

  /** Where to go on to; null where that is not over http, or no longer over https. */
  static @Nullable URI next(URI from, @Nullable String location) {
    if (location == null) {
      return null;
    }
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      return null;
    }
    boolean secure = "https".equals(to.getScheme());
    boolean plain = "http".equals(to.getScheme()) && "http".equals(from.getScheme());
    return to.getHost() != null && (secure || plain) ? to : null;
  }

  static boolean sameOrigin(URI one, URI other) {
    return one.getScheme().equals(other.getScheme())
        && one.getAuthority().equals(other.getAuthority());
  }
}
