package io.stagegate.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is left of two lists when what both have is taken out, as often as both have it. */
record Leftovers<T>(List<T> before, List<T> after) {

  static <T> Leftovers<T> of(List<T> before, List<T> after) {
    Map<T, Integer> offered = new HashMap<>();
    after.forEach(each -> offered.merge(each, 1, Integer::sum));
    Map<T, Integer> taken = new HashMap<>();
    List<T> left = new ArrayList<>();
    for (T each : before) {
      if (taken.getOrDefault(each, 0) < offered.getOrDefault(each, 0)) {
        taken.merge(each, 1, Integer::sum);
      } else {
        left.add(each);
      }
    }
    return new Leftovers<>(left, without(after, taken));
  }

  private static <T> List<T> without(List<T> list, Map<T, Integer> taken) {
    List<T> left = new ArrayList<>();
    for (T each : list) {
      if (taken.getOrDefault(each, 0) > 0) {
        taken.merge(each, -1, Integer::sum);
      } else {
        left.add(each);
      }
    }
    return left;
  }

  boolean none() {
    return before.isEmpty() && after.isEmpty();
  }
}
