package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stagegate.review.policy.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What goes away inside of a nested stack that goes away as a whole. A change set does not list it;
 * the nested stack's own template does, where it is given, and each of its resources is judged as
 * if it were removed by itself.
 */
final class ContentsRule implements Rule {
  private static final List<Rule> INSIDE =
      List.of(new DataLossRule(), new TrafficRule(), new GuardRule());
  private static final int MOST = 20;
  private static final int DEEPEST = 5;

  private final Map<String, StackTemplates> templates;

  /**
   * @param templates by stack id or name, or by the logical ids that lead to a nested stack: {@code
   *     shop/Orders}
   */
  ContentsRule(Map<String, StackTemplates> templates) {
    this.templates = templates;
  }

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    if (!facts.row().nestedStack()
        || !facts.leaves()
        || OldResource.of(facts) == OldResource.RETAINED) {
      return List.of();
    }
    List<Risk> risks = new ArrayList<>();
    boolean will = facts.row().remove() || facts.certainReplacement();
    inside(facts.row(), facts.before(), "", DEEPEST, risks);
    List<Risk> shown = risks.stream().sorted(Risk.ORDER).limit(MOST).toList();
    int more = risks.size() - shown.size();
    Stream<Risk> rest =
        more > 0
            ? Stream.of(
                Risk.unsure(RiskKind.REMOVAL, RiskLevel.MEDIUM, "In it: " + more + " more risks"))
            : Stream.empty();
    return Stream.concat(shown.stream(), rest)
        .map(risk -> will ? risk : Risk.unsure(risk.kind(), risk.level(), risk.why()))
        .toList();
  }

  private void inside(Row row, JsonNode body, String path, int depth, List<Risk> risks) {
    StackTemplates found = depth == 0 ? null : find(row);
    if (found == null || found.before() == null) {
      risks.add(
          Risk.unsure(
              RiskKind.DATA_LOSS,
              RiskLevel.HIGH,
              path
                  + "What is in the nested stack is not known here; all of it goes, unless its own"
                  + " policies keep it"));
      return;
    }
    Map<String, String> parameters = new TreeMap<>(found.beforeParameters());
    body.path("Properties")
        .path("Parameters")
        .properties()
        .forEach(
            each ->
                parameters.putIfAbsent(each.getKey(), String.valueOf(Json.show(each.getValue()))));
    Side side = Side.of(found.before(), parameters, null, "");
    Map<String, Integer> types = new TreeMap<>();
    for (String id : found.before().resources().keySet()) {
      JsonNode inner = side.body(id);
      if (inner.isMissingNode()) {
        continue;
      }
      String type = inner.path("Type").asText();
      types.merge(type, 1, Integer::sum);
      Row removed = removed(row, id, type, inner);
      String place = path + "In it, " + id + ": ";
      if (removed.nestedStack()) {
        inside(removed, inner, path + "In it, " + id + ": ", depth - 1, risks);
      } else {
        Facts facts =
            new Facts(removed, Replacement.NONE, List.of(), inner, MissingNode.getInstance());
        for (Rule rule : INSIDE) {
          for (Risk risk : rule.risks(facts, Map.of())) {
            risks.add(new Risk(risk.kind(), risk.level(), risk.certain(), place + risk.why()));
          }
        }
      }
    }
    risks.add(Risk.sure(RiskKind.REMOVAL, RiskLevel.MEDIUM, path + "With it goes " + list(types)));
  }

  private static String list(Map<String, Integer> types) {
    if (types.isEmpty()) {
      return "nothing else";
    }
    return Texts.list(
        types.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(each -> each.getValue() + " " + each.getKey())
            .toList());
  }

  private @Nullable StackTemplates find(Row row) {
    String physical = row.physicalId() == null ? "" : row.physicalId();
    String[] parts = physical.split("[:/]", -1);
    // arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/GUID
    String name = parts.length == 8 && parts[2].equals("cloudformation") ? parts[6] : physical;
    String path = row.stack().isEmpty() ? row.logicalId() : row.stack() + "/" + row.logicalId();
    return Stream.of(physical, name, path, row.logicalId())
        .filter(key -> !key.isEmpty())
        .map(templates::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** A resource as if its removal were listed; without a policy of its own it is deleted. */
  private static Row removed(Row stack, String id, String type, JsonNode body) {
    boolean told = body.has("DeletionPolicy") || type.startsWith("AWS::RDS::DB");
    return new Row(
        stack.stack().isEmpty() ? stack.logicalId() : stack.stack() + "/" + stack.logicalId(),
        "Remove",
        id,
        null,
        type,
        null,
        told ? null : "Delete",
        List.of(),
        List.of(),
        body,
        MissingNode.getInstance(),
        null,
        null,
        0,
        List.of());
  }
}
