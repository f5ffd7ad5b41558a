package io.stagegate.review;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What several change sets are together. */
final class ChangeSets {
  private static final Comparator<ChangeSet> ORDER =
      Comparator.comparing((ChangeSet set) -> !set.root())
          .thenComparing(ChangeSet::stack)
          .thenComparing(ChangeSet::key);

  private ChangeSets() {}

  /** Roots first, then by stack. */
  static List<ChangeSetInfo> infos(List<ChangeSet> sets) {
    return sets.stream().sorted(ORDER).map(ChangeSet::info).toList();
  }

  /**
   * True where every root can be executed. One that failed because it changes nothing stands in
   * nobody's way as long as another can; a nested one is executed with its root.
   */
  static boolean executable(List<ChangeSet> sets) {
    List<ChangeSetInfo> roots =
        sets.stream()
            .filter(ChangeSet::root)
            .map(ChangeSet::info)
            .filter(i -> !noChange(i))
            .toList();
    return !roots.isEmpty() && roots.stream().allMatch(ChangeSetInfo::executable);
  }

  /** What people call the place that changes. */
  static String target(String given, List<ChangeSetInfo> infos) {
    if (!given.isEmpty()) {
      return given;
    }
    List<String> stacks =
        infos.stream().map(ChangeSetInfo::stack).filter(Objects::nonNull).distinct().toList();
    return switch (stacks.size()) {
      case 0 -> "the stack";
      case 1 -> stacks.getFirst();
      default -> stacks.size() + " stacks";
    };
  }

  private static boolean noChange(ChangeSetInfo info) {
    return StatusReason.of(info) == StatusReason.NO_CHANGES;
  }
}
