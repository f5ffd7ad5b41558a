package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagegate.review.StatefulTypes.Stateful;
import io.stagegate.review.TemplateCascade.Follow;
import io.stagegate.template.TemplateResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what changes by comparing two templates, where no change set tells. */
final class TemplateRows {
  private final TemplatePair pair;
  private final Map<String, List<Follow>> follows;

  TemplateRows(TemplatePair pair) {
    this.pair = pair;
    Set<String> anew = new TreeSet<>();
    for (TemplateResource will : pair.staying()) {
      TemplateResource was = pair.old(will.logicalId());
      if (was != null && pair.recreation(was, will) == Recreation.ALWAYS) {
        anew.add(will.logicalId());
      }
    }
    this.follows = TemplateCascade.of(pair.staying(), anew);
  }

  /** The rows of a stack of which only the two templates are known. */
  List<Row> of(String stack) {
    List<Row> rows = new ArrayList<>();
    for (String id : pair.ids()) {
      TemplateResource was = pair.old(id);
      TemplateResource will = pair.now(id);
      if (was == null && will != null) {
        rows.add(row(stack, "Add", will, null, List.of()));
      } else if (will == null && was != null) {
        rows.add(row(stack, "Remove", was, null, List.of()));
      } else if (was != null && will != null && !was.body().equals(will.body())) {
        rows.add(modify(stack, was, will));
      }
    }
    return rows;
  }

  /** Resources that are written as before, but are made anew since they follow others that are. */
  List<Risk> followers() {
    List<Risk> risks = new ArrayList<>();
    follows.forEach(
        (id, reasons) -> {
          TemplateResource was = pair.old(id);
          TemplateResource will = pair.now(id);
          if (was != null && will != null && was.body().equals(will.body())) {
            risks.add(follows(will, reasons));
          }
        });
    return risks;
  }

  private static Risk follows(TemplateResource resource, List<Follow> reasons) {
    Follow reason = reasons.getFirst();
    Stateful stateful = StatefulTypes.of(resource.type());
    return Risk.unsure(
        RiskKind.CASCADE,
        stateful == null ? RiskLevel.MEDIUM : RiskLevel.HIGH,
        resource.logicalId()
            + " is written as before but "
            + (worst(reasons) == Recreation.ALWAYS ? "is" : "may be")
            + " made anew too: its "
            + reason.property()
            + " follows "
            + reason.entity()
            + (stateful == null ? "" : ". Expect " + stateful.lost() + " to be lost"));
  }

  private static Recreation worst(List<Follow> reasons) {
    return reasons.stream()
        .map(Follow::recreation)
        .reduce(Recreation.NEVER, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  private Row modify(String stack, TemplateResource was, TemplateResource will) {
    List<JsonNode> details = new ArrayList<>();
    for (String name : TemplatePair.changed(was, will)) {
      details.add(detail("Properties", name, pair.recreation(will, name)));
    }
    for (String attribute : TemplatePair.attributes(was, will)) {
      details.add(detail(attribute, null, Recreation.NEVER));
    }
    List<Follow> reasons = follows.getOrDefault(will.logicalId(), List.of());
    for (Follow follow : reasons) {
      details.add(
          detail("Properties", follow.property(), follow.recreation())
              .put("Evaluation", "Dynamic")
              .put("ChangeSource", "ResourceReference")
              .put("CausingEntity", follow.entity()));
    }
    Recreation own = pair.recreation(was, will);
    Recreation other = worst(reasons);
    String replacement =
        switch (own.compareTo(other) >= 0 ? own : other) {
          case NEVER -> "False";
          case CONDITIONALLY -> "Conditional";
          case ALWAYS -> "True";
        };
    return row(stack, "Modify", will, replacement, details);
  }

  private static ObjectNode detail(String attribute, @Nullable String name, Recreation recreation) {
    ObjectNode detail = Json.MAPPER.createObjectNode();
    ObjectNode target = detail.putObject("Target").put("Attribute", attribute);
    if (name != null) {
      target.put("Name", name);
    }
    String word =
        switch (recreation) {
          case NEVER -> "Never";
          case CONDITIONALLY -> "Conditionally";
          case ALWAYS -> "Always";
        };
    target.put("RequiresRecreation", word);
    return detail.put("Evaluation", "Static").put("ChangeSource", "DirectModification");
  }

  private static Row row(
      String stack,
      String action,
      TemplateResource resource,
      @Nullable String replacement,
      List<JsonNode> details) {
    return new Row(
        stack,
        action,
        resource.logicalId(),
        null,
        resource.type(),
        replacement,
        null,
        details.stream().map(d -> d.path("Target").path("Attribute").asText()).distinct().toList(),
        details,
        MissingNode.getInstance(),
        MissingNode.getInstance(),
        null,
        null,
        0,
        List.of());
  }
}
