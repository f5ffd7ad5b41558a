package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.review.policy.Texts;
import io.stagegate.template.Template;
import io.stagegate.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a comparison of two templates can't show as a change of a resource, and says instead. */
final class TemplateNotes {
  private static final List<String> NAMED =
      List.of("Parameters", "Mappings", "Conditions", "Rules", "Outputs", "Metadata");

  private final Template before;
  private final Template after;
  private final List<Risk> risks = new ArrayList<>();

  private TemplateNotes(Template before, Template after) {
    this.before = before;
    this.after = after;
  }

  static List<Risk> of(StackTemplates templates) {
    Template before = templates.before();
    Template after = templates.after();
    Risk incomplete =
        Risk.unsure(
            RiskKind.INCOMPLETE,
            RiskLevel.LOW,
            "This compares two templates; what CloudFormation would replace, only its change set"
                + " tells for certain");
    if (before == null || after == null) {
      return List.of(incomplete);
    }
    TemplateNotes notes = new TemplateNotes(before, after);
    notes.risks.add(incomplete);
    NAMED.forEach(notes::section);
    notes.exports();
    notes.globals();
    notes.others();
    return notes.risks;
  }

  private void section(String section) {
    SectionChange change = SectionChange.of(section, before, after);
    if (change.none()) {
      return;
    }
    Set<String> users = users(change.names());
    risks.add(
        users.isEmpty()
            ? note(change.words())
            : hidden(
                RiskLevel.LOW,
                change.words()
                    + "; that may change "
                    + Texts.list(List.copyOf(users))
                    + ", written as before"));
  }

  /** Resources that are written as before and name an entry, be it through a condition. */
  private Set<String> users(Set<String> names) {
    Set<String> reached = new TreeSet<>(names);
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Map.Entry<String, JsonNode> each : after.conditions().properties()) {
        if (References.in(each.getValue()).stream().anyMatch(reached::contains)) {
          grows |= reached.add(each.getKey());
        }
      }
    }
    Set<String> users = new TreeSet<>();
    Map<String, TemplateResource> old = before.resources();
    for (TemplateResource resource : after.resources().values()) {
      TemplateResource was = old.get(resource.logicalId());
      boolean same = was != null && was.body().equals(resource.body());
      if (same && References.in(resource.body()).stream().anyMatch(reached::contains)) {
        users.add(resource.logicalId());
      }
    }
    return users;
  }

  /**
   * Exports that go or change.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html">Exports
   *     can't be changed or deleted while another stack imports them</a>
   */
  private void exports() {
    for (Map.Entry<String, JsonNode> each : before.outputs().properties()) {
      JsonNode was = each.getValue();
      JsonNode now = after.outputs().path(each.getKey());
      boolean exported = !was.path("Export").isMissingNode();
      boolean kept =
          was.path("Export").equals(now.path("Export"))
              && was.path("Value").equals(now.path("Value"));
      if (exported && !kept) {
        risks.add(
            Risk.unsure(
                RiskKind.DOWNTIME,
                RiskLevel.MEDIUM,
                "The export of the output "
                    + each.getKey()
                    + (now.path("Export").isMissingNode() ? " goes" : " changes")
                    + ": CloudFormation refuses that while another stack imports it"));
      }
    }
  }

  /**
   * SAM puts what stands in Globals into every resource of the kind.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html">Globals</a>
   */
  private void globals() {
    JsonNode was = before.tree().path("Globals");
    JsonNode now = after.tree().path("Globals");
    Set<String> kinds = SectionChange.differing(was, now);
    for (String kind : kinds) {
      List<String> users =
          after.resources().values().stream()
              .filter(each -> each.type().equals("AWS::Serverless::" + kind))
              .map(TemplateResource::logicalId)
              .toList();
      String names =
          Texts.list(
              SectionChange.differing(was.path(kind), now.path(kind)).stream()
                  .map(name -> kind + "." + name)
                  .toList());
      risks.add(
          users.isEmpty()
              ? note("Globals: " + names + " changes")
              : hidden(
                  RiskLevel.MEDIUM,
                  "Globals: " + names + " changes, and with it " + Texts.list(users)));
    }
  }

  private void others() {
    Set<String> changed = new TreeSet<>(SectionChange.differing(before.tree(), after.tree()));
    if (changed.remove("Transform")) {
      risks.add(
          hidden(
              RiskLevel.LOW,
              "The macros (Transform) change, and with them what they make of the template"));
    }
    changed.removeAll(NAMED);
    changed.removeAll(List.of("Resources", "Globals"));
    if (!changed.isEmpty()) {
      risks.add(note(Texts.list(List.copyOf(changed)) + " changes"));
    }
  }

  private static Risk hidden(RiskLevel level, String why) {
    return Risk.unsure(RiskKind.HIDDEN, level, why);
  }

  /** Told for completeness: no resource is made from it. */
  private static Risk note(String what) {
    return Risk.sure(RiskKind.HIDDEN, RiskLevel.NONE, what);
  }
}
