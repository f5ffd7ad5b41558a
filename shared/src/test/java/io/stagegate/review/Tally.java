package io.stagegate.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what another comparison finds, by what it is, and what of it the review tells too. */
final class Tally {
  /** What became of one finding. */
  enum Outcome {
    TOLD,
    /** The review tells that nothing is allowed or open that was not before. */
    MEANS_NOTHING,
    /** The finding is wrong, by CloudFormation's or SAM's documentation. */
    DISPUTED,
    MISSED
  }

  private final Map<String, int[]> counts = new TreeMap<>();
  private final List<String> missed = new ArrayList<>();

  void count(String what, String where, Outcome outcome) {
    counts.computeIfAbsent(what, key -> new int[Outcome.values().length])[outcome.ordinal()]++;
    if (outcome == Outcome.MISSED) {
      missed.add(what + ": " + where);
    }
  }

  /** The findings that the review does not tell. */
  List<String> missed() {
    return List.copyOf(missed);
  }

  /** One line for each kind of finding. */
  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        "| Finding | by cloudformation-diff | told by the review | no new meaning | disputed | missed |\n");
    table.append("| --- | ---: | ---: | ---: | ---: | ---: |\n");
    counts.forEach(
        (what, by) -> {
          int all = 0;
          for (int each : by) {
            all += each;
          }
          table.append("| ").append(what).append(" | ").append(all);
          for (int each : by) {
            table.append(" | ").append(each);
          }
          table.append(" |\n");
        });
    return table.toString();
  }
}
