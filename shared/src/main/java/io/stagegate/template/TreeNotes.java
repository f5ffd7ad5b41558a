package io.stagegate.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers lines and notes while a tree is built, and ends it when it grows too large. */
final class TreeNotes {
  final Map<String, Integer> lines = new HashMap<>();
  final List<String> notes = new ArrayList<>();
  private int nodes;

  void line(String pointer, int depth, int line) {
    if (depth <= TreeLimits.LINE_DEPTH) {
      lines.put(pointer, line);
    }
  }

  void duplicate(String key, int line) {
    notes.add("line " + line + ": " + key + " stands twice, the last one counts");
  }

  int nodes() {
    return nodes;
  }

  void grow(int by, int depth, int line, int column) {
    nodes += by;
    if (nodes > TreeLimits.NODES) {
      throw new UnreadableTemplate(line, column, "the template grows too large with its aliases");
    }
    if (depth > TreeLimits.DEPTH) {
      throw new UnreadableTemplate(
          line, column, "the template is nested more than " + TreeLimits.DEPTH + " levels deep");
    }
  }
}
