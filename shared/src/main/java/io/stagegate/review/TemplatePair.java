package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.template.TemplateResource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The resources of a stack's two templates, side by side. */
final class TemplatePair {
  private final Side before;
  private final Side after;
  private final Map<String, TemplateResource> old;
  private final Map<String, TemplateResource> now;

  TemplatePair(Side before, Side after, StackTemplates templates) {
    this.before = before;
    this.after = after;
    this.old = templates.before() == null ? Map.of() : templates.before().resources();
    this.now = templates.after() == null ? Map.of() : templates.after().resources();
  }

  /** Logical ids of both, sorted. */
  Set<String> ids() {
    Set<String> ids = new TreeSet<>(old.keySet());
    ids.addAll(now.keySet());
    return ids;
  }

  @Nullable TemplateResource old(String id) {
    return old.get(id);
  }

  @Nullable TemplateResource now(String id) {
    return now.get(id);
  }

  /** The new form of those that are in both. */
  List<TemplateResource> staying() {
    return now.values().stream().filter(each -> old.containsKey(each.logicalId())).toList();
  }

  /** What a resource's own changes do to it. */
  Recreation recreation(TemplateResource was, TemplateResource will) {
    if (!was.type().equals(will.type())) {
      return Recreation.ALWAYS;
    }
    return changed(was, will).stream()
        .map(name -> recreation(will, name))
        .reduce(Recreation.NEVER, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  /** What the change of one property does to its resource. */
  Recreation recreation(TemplateResource resource, String property) {
    Recreation recreation = CreateOnly.of(resource.type(), property);
    return recreation != Recreation.NEVER && differs(resource.logicalId(), property)
        ? recreation
        : Recreation.NEVER;
  }

  /** Properties that are written in another way. */
  static Set<String> changed(TemplateResource was, TemplateResource will) {
    Set<String> names = new TreeSet<>();
    was.properties().fieldNames().forEachRemaining(names::add);
    will.properties().fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> was.properties().path(name).equals(will.properties().path(name)));
    return names;
  }

  /** A property written in another way may still have the value that it had. */
  private boolean differs(String logicalId, String name) {
    String pointer = "/Properties/" + name;
    Resolver.Value was = before.value(logicalId, pointer);
    Resolver.Value will = after.value(logicalId, pointer);
    return !was.known() || !will.known() || !was.node().equals(will.node());
  }

  /** Members beside the properties that differ. */
  static Set<String> attributes(TemplateResource was, TemplateResource will) {
    Set<String> attributes = new TreeSet<>();
    for (JsonNode side : List.of(was.body(), will.body())) {
      side.fieldNames().forEachRemaining(attributes::add);
    }
    attributes.remove("Properties");
    attributes.removeIf(name -> was.body().path(name).equals(will.body().path(name)));
    return attributes;
  }
}
