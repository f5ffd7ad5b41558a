package io.stagegate.review;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The first lines of a difference, and how many more there are: those are never written out. */
final class DiffLines {
  private static final int MOST = 60;

  private final List<Difference> first = new ArrayList<>();
  private int count;

  void add(Supplier<Difference> line) {
    if (count++ < MOST) {
      first.add(line.get());
    }
  }

  List<Difference> shown() {
    List<Difference> shown = new ArrayList<>(first);
    if (count > MOST) {
      shown.add(Difference.note("", "… " + (count - MOST) + " more lines"));
    }
    return shown;
  }
}
