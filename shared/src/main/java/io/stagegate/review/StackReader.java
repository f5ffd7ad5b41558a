package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the rows of one stack into facts, with the stack's templates at hand. */
final class StackReader {
  private final Side before;
  private final Side after;
  private final PropertyReader properties;

  StackReader(StackTemplates templates, ChangeSet set) {
    Map<String, String> now = new TreeMap<>(templates.afterParameters());
    now.putAll(set.parameters());
    this.before =
        Side.of(templates.before(), templates.beforeParameters(), set.stackId(), set.stack());
    this.after = Side.of(templates.after(), now, set.stackId(), set.stack());
    this.properties = new PropertyReader(before, after);
  }

  /** The rows of a stack that no change set tells of. */
  TemplateRows templateRows(StackTemplates templates) {
    return new TemplateRows(new TemplatePair(before, after, templates));
  }

  Facts facts(Row row) {
    List<PropertyChange> told = new ArrayList<>(properties.read(row));
    if (row.modify() && before.present() && after.present() && !row.before().isContainerNode()) {
      told.addAll(untold(row, told));
      told.sort(PropertyOrder.ORDER);
    }
    return new Facts(
        row,
        Replacements.of(row),
        told,
        row.before().isContainerNode() ? row.before() : context(before, row, "Add"),
        row.after().isContainerNode() ? row.after() : context(after, row, "Remove"));
  }

  /** What a template says of a resource; of one that is not there, only what it says for sure. */
  private static JsonNode context(Side side, Row row, String absentWhen) {
    return row.action().equals(absentWhen)
        ? side.body(row.logicalId())
        : side.written(row.logicalId());
  }

  /** Properties that differ between the templates although no detail tells of them. */
  private List<PropertyChange> untold(Row row, List<PropertyChange> told) {
    Set<String> names = new HashSet<>();
    told.stream()
        .filter(property -> property.attribute().equals("Properties"))
        .forEach(property -> names.add(String.valueOf(property.name())));
    Set<String> all = new TreeSet<>();
    before.properties(row.logicalId()).fieldNames().forEachRemaining(all::add);
    after.properties(row.logicalId()).fieldNames().forEachRemaining(all::add);
    all.removeAll(names);
    List<PropertyChange> untold = new ArrayList<>();
    for (String name : all) {
      String pointer = "/Properties/" + name.replace("~", "~0").replace("/", "~1");
      Resolver.Value old = before.value(row.logicalId(), pointer);
      Resolver.Value now = after.value(row.logicalId(), pointer);
      if (!old.node().equals(now.node())) {
        untold.add(untold(name, old, now));
      }
    }
    return untold;
  }

  private static PropertyChange untold(String name, Resolver.Value old, Resolver.Value now) {
    JsonNode before = old.node();
    JsonNode after = now.node();
    PropertyKind kind = after.isMissingNode() ? PropertyKind.REMOVE : PropertyKind.MODIFY;
    return new PropertyChange(
        "Properties",
        name,
        null,
        Json.show(before),
        Json.show(after),
        before.isMissingNode() ? PropertyKind.ADD : kind,
        Recreation.NEVER,
        old.known() && now.known(),
        List.of());
  }
}
