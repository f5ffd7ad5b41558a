package io.stagegate.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers lines and notes while a tree is built, and ends it when it grows too large. */
final class TreeNotes {
  final Map<String, Integer> lines = new HashMap<>();
  final List<String> notes = new ArrayList<>();
  private int size;
  private int pointers;

  /** The pointer of an array's member; empty where no line is kept any more. */
  String member(String pointer, int index, int depth) {
    return depth > TreeLimits.LINE_DEPTH ? "" : Pointers.child(pointer, Integer.toString(index));
  }

  /** Like member, for a key; keeps its line. */
  String key(String pointer, String key, int depth, int line, int column) {
    if (key.length() > TreeLimits.KEY) {
      throw new UnreadableTemplate(
          line, column, "a key is longer than " + TreeLimits.KEY + " characters");
    }
    grow(key.length(), depth, line, column);
    if (depth > TreeLimits.LINE_DEPTH) {
      return "";
    }
    String child = Pointers.child(pointer, key);
    if (pointers <= TreeLimits.POINTERS) {
      pointers += child.length();
      lines.put(child, line);
    }
    return child;
  }

  void duplicate(String key, int line) {
    notes.add("line " + line + ": " + key + " stands twice, the last one counts");
  }

  int size() {
    return size;
  }

  /** One node more, with so many characters of its own. */
  void node(int characters, int depth, int line, int column) {
    grow(TreeLimits.NODE + characters, depth, line, column);
  }

  void grow(int by, int depth, int line, int column) {
    size += by;
    if (size > TreeLimits.SIZE) {
      throw new UnreadableTemplate(line, column, "the template grows too large with its aliases");
    }
    if (depth > TreeLimits.DEPTH) {
      throw new UnreadableTemplate(
          line, column, "the template is nested more than " + TreeLimits.DEPTH + " levels deep");
    }
  }
}
