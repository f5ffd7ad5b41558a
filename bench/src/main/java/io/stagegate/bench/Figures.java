package io.stagegate.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table of what was measured, in the order of measuring. */
final class Figures {
  private static final List<String> HEAD =
      List.of("What", "Stagegate", "Beside it", "Ratio", "Target", "");

  private final List<List<String>> rows = new ArrayList<>();

  /** Two times and the most that their ratio may be. */
  void times(String what, Duration ours, Duration beside, double most) {
    double ratio = ours.toNanos() / (double) beside.toNanos();
    add(what, seconds(ours), seconds(beside), ratio(ratio), "<= " + most, met(ratio <= most));
  }

  /** Two times that are shown without a target. */
  void times(String what, Duration ours, Duration beside) {
    add(
        what,
        seconds(ours),
        seconds(beside),
        ratio(ours.toNanos() / (double) beside.toNanos()),
        "-",
        "");
  }

  /** A time beside two others: the first is what the target is for. */
  void times(String what, Duration ours, Duration beside, Duration alsoBeside, double most) {
    double ratio = ours.toNanos() / (double) beside.toNanos();
    double other = ours.toNanos() / (double) alsoBeside.toNanos();
    both(what, seconds(ours), seconds(beside), seconds(alsoBeside), ratio, other, most);
  }

  /** A size in bytes beside two others: the first is what the target is for. */
  void sizes(String what, long ours, long beside, long alsoBeside, double most) {
    double ratio = ours / (double) beside;
    double other = ours / (double) alsoBeside;
    both(what, size(ours), size(beside), size(alsoBeside), ratio, other, most);
  }

  private void both(
      String what,
      String ours,
      String beside,
      String alsoBeside,
      double ratio,
      double other,
      double most) {
    add(
        what,
        ours,
        beside + " (" + alsoBeside + ")",
        ratio(ratio) + " (" + ratio(other) + ")",
        "<= " + most,
        met(ratio <= most));
  }

  /** A figure alone, in a unit, with the least that would be too much. */
  void alone(String what, double value, String unit, double under) {
    String target = String.format(Locale.ROOT, "< %.0f %s", under, unit);
    add(
        what,
        String.format(Locale.ROOT, "%.2f %s", value, unit),
        "-",
        "-",
        target,
        met(value < under));
  }

  /** A time that only explains others. */
  void alone(String what, Duration time) {
    add(what, "-", seconds(time), "-", "-", "");
  }

  private void add(String... cells) {
    rows.add(List.of(cells));
  }

  /** The table in Markdown, its columns aligned so that it reads well on a terminal too. */
  String table() {
    List<List<String>> all = new ArrayList<>(rows);
    all.addFirst(HEAD);
    int[] widths =
        IntStream.range(0, HEAD.size())
            .map(
                i -> Math.max(3, all.stream().mapToInt(row -> row.get(i).length()).max().orElse(0)))
            .toArray();
    List<String> lines = new ArrayList<>(all.stream().map(row -> line(row, widths)).toList());
    lines.add(
        1,
        IntStream.range(0, widths.length)
            .mapToObj(
                i ->
                    "-".repeat(i == 0 || i == 5 ? widths[i] : widths[i] - 1)
                        + (i == 0 || i == 5 ? "" : ":"))
            .collect(Collectors.joining(" | ", "| ", " |")));
    return String.join("\n", lines) + "\n";
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT, (i == 0 || i == 5 ? "%-" : "%") + widths[i] + "s", row.get(i)))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** The middle one; of an even number the higher of the two in the middle. */
  static Duration median(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
  }

  private static String size(long bytes) {
    return bytes < 100_000
        ? String.format(Locale.ROOT, "%.1f KB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, ratio < 100 ? "%.2f" : "%.0f", ratio);
  }

  private static String met(boolean met) {
    return met ? "met" : "MISSED";
  }
}
