package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.template.Template;
import io.stagegate.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a comparison of two templates can't show as a change of a resource, and says instead. */
final class TemplateNotes {
  private static final List<String> SECTIONS = List.of("Mappings", "Parameters", "Conditions");

  private TemplateNotes() {}

  static List<Risk> of(StackTemplates templates) {
    List<Risk> risks = new ArrayList<>();
    risks.add(
        Risk.unsure(
            RiskKind.INCOMPLETE,
            RiskLevel.LOW,
            "This compares two templates; what CloudFormation would replace, only its change set"
                + " tells for certain"));
    Template before = templates.before();
    Template after = templates.after();
    if (before == null || after == null) {
      return risks;
    }
    for (String section : SECTIONS) {
      changed(before, after, section, risks);
    }
    if (!before.tree().path("Transform").equals(after.tree().path("Transform"))) {
      risks.add(hidden("The macros change, and with them what they make of the template", null));
    }
    return risks;
  }

  private static void changed(Template before, Template after, String section, List<Risk> risks) {
    JsonNode old = before.tree().path(section);
    JsonNode now = after.tree().path(section);
    Set<String> names = new TreeSet<>();
    old.fieldNames().forEachRemaining(names::add);
    now.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      if (!old.path(name).equals(now.path(name))) {
        String users = String.join(", ", users(after, name));
        if (!users.isEmpty()) {
          risks.add(hidden(section + ": " + name + " changes", users));
        }
      }
    }
  }

  private static Risk hidden(String what, @org.jspecify.annotations.Nullable String users) {
    return Risk.unsure(
        RiskKind.HIDDEN,
        RiskLevel.LOW,
        users == null ? what : what + ", which may change " + users + " too");
  }

  /**
   * Resources that name the entry; through a condition in one step, deeper ones are not followed.
   */
  private static Set<String> users(Template template, String name) {
    Set<String> users = new TreeSet<>();
    for (TemplateResource resource : template.resources().values()) {
      String body = resource.body().toString();
      if (body.contains("\"" + name + "\"") || body.contains("${" + name + "}")) {
        users.add(resource.logicalId());
      }
    }
    return users;
  }
}
