package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.review.CloudFormationDiff.Pair;
import io.stagegate.review.Tally.Outcome;
import io.stagegate.review.policy.Comparison;
import io.stagegate.review.policy.Policy;
import io.stagegate.template.Template;
import io.stagegate.template.TemplateResource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks for findings about permissions and security groups in the sentences of one change. */
final class PolicyFindings {
  private final Pair pair;
  private final Change change;

  PolicyFindings(Pair pair, Change change) {
    this.pair = pair;
    this.change = change;
  }

  static String name(String kind, String way) {
    return switch (kind) {
      case "statements" -> "policy statements " + way;
      case "managedPolicies" -> "managed policies " + way;
      case "ingress", "egress" -> "security group rules " + way;
      default -> "identity center settings " + way;
    };
  }

  Outcome outcome(String kind, String way, JsonNode finding) {
    boolean added = way.equals("added");
    if (!added && change.action().equals("Remove")) {
      return Outcome.TOLD; // it goes with its resource, whose removal is told
    }
    return switch (kind) {
      case "statements" -> statement(added, finding);
      case "managedPolicies" ->
          Findings.outcome(
              says(added ? "can now do what " : "can no longer do what ", tail(finding)));
      case "assignments" ->
          Findings.outcome(says(added ? "can now use" : "can no longer use", finding.asText()));
      case "attributes" -> Findings.outcome(says("attributes of people", ""));
      case "permissionSets" -> Findings.outcome(says("", change.logicalId()));
      default -> rule(kind.equals("ingress"), added, finding);
    };
  }

  private Outcome statement(boolean added, JsonNode statement) {
    if (!statement.path("actions").has("values")
        || statement.path("effect").asText().equals("Unknown")) {
      return Findings.outcome(
          change.risks().stream().anyMatch(r -> r.kind() == RiskKind.PERMISSION && !r.certain()));
    }
    boolean allow = statement.path("effect").asText().equals("Allow");
    List<String> starts =
        allow
            ? added ? List.of("can now ") : List.of("can no longer ", " from now on")
            : added
                ? List.of("forbidden from now on")
                : List.of("no longer forbidden", "forbidden only");
    boolean told =
        Json.texts(statement.path("actions").path("values")).stream()
            .anyMatch(
                action ->
                    starts.stream()
                        .anyMatch(
                            start ->
                                says(start, action)
                                    || action.startsWith("sts:Assume")
                                        && says(start, "take on this role")));
    return told ? Outcome.TOLD : sameMeaning(added, allow) ? Outcome.MEANS_NOTHING : Outcome.MISSED;
  }

  /** Asked of the policies themselves, not of the review's sentences. */
  private boolean sameMeaning(boolean added, boolean allow) {
    Comparison own =
        new Comparison(
            policy(pair.before().resources().get(change.logicalId())),
            policy(pair.after().resources().get(change.logicalId())));
    return (allow ? added ? own.gains() : own.losses() : added ? own.forbidden() : own.lifted())
        .isEmpty();
  }

  private static Policy policy(@Nullable TemplateResource resource) {
    return resource == null
        ? Policy.EMPTY
        : Policies.of(resource.type(), resource.properties())
            .and(Policies.trust(resource.properties()));
  }

  private Outcome rule(boolean in, boolean added, JsonNode rule) {
    JsonNode port = rule.path("fromPort");
    String ports = port.isNumber() && port.asInt() >= 0 ? String.valueOf(port.asInt()) : "port";
    String verb = in ? "" : "It ";
    if (says(verb + (added ? "can now reach" : "can no longer reach"), ports)) {
      return Outcome.TOLD;
    }
    return sameReach(in, added, rule.path("peer")) ? Outcome.MEANS_NOTHING : Outcome.MISSED;
  }

  /** True where all rules with this peer that are on one side only are covered by the other one. */
  private boolean sameReach(boolean in, boolean added, JsonNode peer) {
    List<Opening> before = openings(in, pair.before());
    List<Opening> after = openings(in, pair.after());
    List<Opening> other = added ? before : after;
    String given = Words.name(peer.path("ip").asText(peer.path("securityGroupId").asText()));
    String name = given.startsWith("{") ? "a peer that is not known yet" : given;
    List<Opening> own =
        (added ? after : before).stream().filter(each -> each.peer().equals(name)).toList();
    return !own.isEmpty()
        && own.stream().allMatch(one -> other.stream().anyMatch(each -> each.covers(one)));
  }

  private List<Opening> openings(boolean in, Template template) {
    JsonNode properties =
        Side.of(template, Map.of(), null, "").written(change.logicalId()).path("Properties");
    JsonNode rules = properties.path(in ? "SecurityGroupIngress" : "SecurityGroupEgress");
    List<JsonNode> list = rules.isArray() ? Json.list(rules) : List.of(properties);
    return list.stream().map(Opening::of).toList();
  }

  private boolean says(String start, String part) {
    return change.risks().stream()
        .map(Risk::why)
        .anyMatch(
            why ->
                why.contains(start) && (why.contains(part) || why.matches(".* and \\d+ more.*")));
  }

  private static String tail(JsonNode name) {
    String text = name.asText();
    return text.substring(text.lastIndexOf('/') + 1);
  }
}
