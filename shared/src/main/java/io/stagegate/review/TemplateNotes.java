package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.template.Template;
import io.stagegate.template.TemplateResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What a comparison of two templates can't show as a change of a resource, and says instead. */
final class TemplateNotes {
  private static final List<String> SECTIONS = List.of("Mappings", "Parameters", "Conditions");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}]*)}");

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
    Map<String, Set<String>> users = users(after);
    for (String section : SECTIONS) {
      changed(before, after, section, users, risks);
    }
    if (!before.tree().path("Transform").equals(after.tree().path("Transform"))) {
      risks.add(hidden("The macros change, and with them what they make of the template", null));
    }
    return risks;
  }

  private static void changed(
      Template before,
      Template after,
      String section,
      Map<String, Set<String>> users,
      List<Risk> risks) {
    JsonNode old = before.tree().path(section);
    JsonNode now = after.tree().path(section);
    Set<String> names = new TreeSet<>();
    old.fieldNames().forEachRemaining(names::add);
    now.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      if (users.containsKey(name) && !old.path(name).equals(now.path(name))) {
        risks.add(hidden(section + ": " + name + " changes", String.join(", ", users.get(name))));
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
   * Resources by the words that they name something with; what they name through a condition is
   * found in one step, deeper ones are not followed.
   */
  private static Map<String, Set<String>> users(Template template) {
    Map<String, Set<String>> users = new HashMap<>();
    for (TemplateResource resource : template.resources().values()) {
      words(
          resource.body(),
          word -> users.computeIfAbsent(word, key -> new TreeSet<>()).add(resource.logicalId()));
    }
    return users;
  }

  private static void words(JsonNode node, Consumer<String> words) {
    if (node.isTextual()) {
      word(node.asText(), words);
    }
    node.fieldNames().forEachRemaining(name -> word(name, words));
    node.forEach(each -> words(each, words));
  }

  private static void word(String text, Consumer<String> words) {
    words.accept(text);
    VARIABLE.matcher(text).results().forEach(found -> words.accept(found.group(1)));
  }
}
