package io.stagegate.review;

import java.util.List;
import java.util.Set;

/**
 * Counts of resource changes over all change sets, nested ones and a nested stack's own row
 * included.
 *
 * @param replace modified resources that will be made anew
 * @param mayReplace modified resources that may be made anew
 * @param stacks how many stacks the change sets belong to
 */
public record Summary(
    int add,
    int modify,
    int remove,
    int imported,
    int dynamic,
    int sync,
    int replace,
    int mayReplace,
    int stacks) {

  static Summary of(List<Change> changes, Set<String> stacks) {
    return new Summary(
        count(changes, "Add"),
        count(changes, "Modify"),
        count(changes, "Remove"),
        count(changes, "Import"),
        count(changes, "Dynamic"),
        count(changes, "SyncWithActual"),
        (int) changes.stream().filter(c -> c.replacement() == Replacement.WILL).count(),
        (int) changes.stream().filter(c -> c.replacement() == Replacement.MAY).count(),
        stacks.size());
  }

  private static int count(List<Change> changes, String action) {
    return (int) changes.stream().filter(change -> change.action().equals(action)).count();
  }
}
