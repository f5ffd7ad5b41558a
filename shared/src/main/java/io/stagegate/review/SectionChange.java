package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.review.policy.Texts;
import io.stagegate.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Entries of one section of two templates that are there in one only, or differ. */
record SectionChange(
    String section, List<String> added, List<String> changed, List<String> removed) {

  static SectionChange of(String section, Template before, Template after) {
    JsonNode was = before.tree().path(section);
    JsonNode now = after.tree().path(section);
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    for (String name : differing(was, now)) {
      (!was.has(name) ? added : !now.has(name) ? removed : changed).add(name);
    }
    return new SectionChange(section, added, changed, removed);
  }

  /** Names of members that the two do not have in common. */
  static Set<String> differing(JsonNode was, JsonNode now) {
    Set<String> names = new TreeSet<>();
    was.fieldNames().forEachRemaining(names::add);
    now.fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> was.path(name).equals(now.path(name)));
    return names;
  }

  boolean none() {
    return names().isEmpty();
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>(added);
    names.addAll(changed);
    names.addAll(removed);
    return names;
  }

  /** {@code Parameters: 2 added (A, B), 1 removed (C)}. */
  String words() {
    List<String> words = new ArrayList<>();
    words(added, "added", words);
    words(changed, "changed", words);
    words(removed, "removed", words);
    return section + ": " + String.join(", ", words);
  }

  private static void words(List<String> names, String verb, List<String> words) {
    if (!names.isEmpty()) {
      words.add(names.size() + " " + verb + " (" + Texts.list(names) + ")");
    }
  }
}
