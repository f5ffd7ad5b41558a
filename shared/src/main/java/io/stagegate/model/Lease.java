package io.stagegate.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The right to change one target now, and the line of those who wait for it.
 *
 * @param fence grows by one with each new holder: whoever acts with an older one is too late
 * @param holder who has the right; null while nobody has
 * @param line who waits, the first in front
 */
public record Lease(long fence, @Nullable String holder, List<String> line) {
  public static final Lease FREE = new Lease(0, null, List.of());

  public Lease {
    line = List.copyOf(line);
  }

  /** Takes the right, or a place in line. Asking again changes nothing. */
  public Lease take(String who) {
    if (who.equals(holder) || line.contains(who)) {
      return this;
    }
    if (holder == null) {
      return new Lease(fence + 1, who, line);
    }
    var longer = new ArrayList<>(line);
    longer.add(who);
    return new Lease(fence, holder, longer);
  }

  /**
   * Gives the right back, or leaves the line; the first in line has the right then. Giving back
   * what one hasn't changes nothing.
   */
  public Lease leave(String who) {
    if (!who.equals(holder)) {
      return new Lease(fence, holder, line.stream().filter(other -> !other.equals(who)).toList());
    }
    if (line.isEmpty()) {
      return new Lease(fence, null, line);
    }
    return new Lease(fence + 1, line.getFirst(), line.subList(1, line.size()));
  }

  public boolean heldBy(String who) {
    return who.equals(holder);
  }

  /** Whether this holder still acts with the right it was given. */
  public boolean heldBy(String who, long withFence) {
    return heldBy(who) && fence == withFence;
  }
}
