package io.stagegate.template;

/** Writes JSON pointers (RFC 6901). */
final class Pointers {
  private Pointers() {}

  static String of(String... names) {
    String pointer = "";
    for (String name : names) {
      pointer = child(pointer, name);
    }
    return pointer;
  }

  static String child(String parent, String name) {
    return parent + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
