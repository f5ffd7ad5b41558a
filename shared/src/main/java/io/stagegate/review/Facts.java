package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the rules judge one change by. Values are not masked: a rule must not repeat a value that
 * may be a secret.
 *
 * @param before the resource as it is, computed as far as possible; missing where it is not known
 * @param after like before
 */
record Facts(
    Row row,
    Replacement replacement,
    List<PropertyChange> properties,
    JsonNode before,
    JsonNode after) {

  String type() {
    return row.type();
  }

  /** The type that it is now; the same as the type, unless the logical id gets another one. */
  String oldType() {
    return typeChanges() ? before.path("Type").asText() : type();
  }

  /** True where the physical resource that is there now does not stay, or may not. */
  boolean leaves() {
    return !typeChanges() && (row.remove() || replacement != Replacement.NONE);
  }

  /** True where the logical id stands for a resource of another type than before. */
  boolean typeChanges() {
    String was = before.path("Type").asText();
    String now = after.path("Type").asText();
    return row.modify() && !was.isEmpty() && !now.isEmpty() && !was.equals(now);
  }

  /** True for what is new, or takes the place of something of another type. */
  boolean arrives() {
    return row.action().equals("Add") || typeChanges();
  }

  /** True where both what was and what will be are known, nothing being a known state too. */
  boolean comparable() {
    return (arrives() || before.isObject()) && (row.remove() || after.isObject());
  }

  /** The properties as they were; missing for what is new. */
  JsonNode was() {
    return arrives() ? MissingNode.getInstance() : before.path("Properties");
  }

  /** The properties as they will be; missing for what is removed. */
  JsonNode will() {
    return row.remove() ? MissingNode.getInstance() : after.path("Properties");
  }

  /** Names of the top-level properties that are another after than before, new ones too. */
  Set<String> changed() {
    JsonNode was = was();
    JsonNode will = will();
    Set<String> changed = new TreeSet<>();
    for (Map.Entry<String, JsonNode> each : will.properties()) {
      if (!each.getValue().equals(was.path(each.getKey()))) {
        changed.add(each.getKey());
      }
    }
    for (Map.Entry<String, JsonNode> each : was.properties()) {
      if (!will.has(each.getKey())) {
        changed.add(each.getKey());
      }
    }
    return changed;
  }

  JsonNode old(String property) {
    return before.path("Properties").path(property);
  }

  JsonNode now(String property) {
    return after.path("Properties").path(property);
  }

  /** True where something that forces the replacement is certain before the deployment. */
  boolean certainReplacement() {
    List<PropertyChange> forcing =
        properties.stream().filter(PropertyChange::forcesReplacement).toList();
    return replacement == Replacement.WILL
        && (forcing.isEmpty()
            || forcing.stream()
                .anyMatch(
                    each ->
                        each.causes().stream()
                                .anyMatch(cause -> cause.evaluation() == Evaluation.STATIC)
                            && each.known()));
  }
}
