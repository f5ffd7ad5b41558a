package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who can reach what behind a security group, and could not before; and the other way round. */
final class SecurityGroupRule implements Rule {
  private static final String GROUP = "AWS::EC2::SecurityGroup";

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    List<Risk> risks = new ArrayList<>();
    boolean gone = facts.row().remove() && facts.type().equals(GROUP);
    if (!facts.type().startsWith(GROUP) || !facts.comparable() || gone) {
      return risks;
    }
    List<Opening> in = ingress(facts, facts.was());
    List<Opening> out = egress(facts, facts.was());
    List<Opening> inNow = ingress(facts, facts.will());
    List<Opening> outNow = egress(facts, facts.will());
    without(inNow, in).forEach(each -> risks.add(comesIn(each)));
    without(in, inNow).forEach(each -> risks.add(staysOut(each)));
    if (!facts.arrives() || !outNow.contains(Opening.ALL)) {
      without(outNow, out).forEach(each -> risks.add(goesOut(each)));
    }
    without(out, outNow).forEach(each -> risks.add(staysIn(each)));
    boolean unread = function(facts.will().path("SecurityGroupIngress"));
    if (unread && !facts.was().equals(facts.will())) {
      risks.add(
          Risk.unsure(
              RiskKind.PUBLIC_ACCESS,
              RiskLevel.MEDIUM,
              "Who can reach it is known only after the deployment"));
    }
    return risks;
  }

  private static List<Opening> ingress(Facts facts, JsonNode properties) {
    return switch (facts.type()) {
      case GROUP -> openings(properties.path("SecurityGroupIngress"));
      case "AWS::EC2::SecurityGroupIngress" -> single(properties);
      default -> List.of();
    };
  }

  /** A group that names no way out has them all. */
  private static List<Opening> egress(Facts facts, JsonNode properties) {
    return switch (facts.type()) {
      case GROUP -> {
        List<Opening> openings = openings(properties.path("SecurityGroupEgress"));
        yield openings.isEmpty() && properties.isObject() ? List.of(Opening.ALL) : openings;
      }
      case "AWS::EC2::SecurityGroupEgress" -> single(properties);
      default -> List.of();
    };
  }

  private static List<Opening> single(JsonNode properties) {
    return properties.isObject() ? List.of(Opening.of(properties)) : List.of();
  }

  private static List<Opening> openings(JsonNode rules) {
    return Json.list(rules).stream().filter(JsonNode::isObject).map(Opening::of).toList();
  }

  private static boolean function(JsonNode rules) {
    return rules.isObject()
        || rules.isTextual()
        || Json.list(rules).stream().anyMatch(r -> r.has("Fn::If"));
  }

  private static List<Opening> without(List<Opening> some, List<Opening> others) {
    return some.stream().filter(one -> others.stream().noneMatch(o -> o.covers(one))).toList();
  }

  private static Risk comesIn(Opening opening) {
    if (opening.internet()) {
      return Risk.sure(
          RiskKind.PUBLIC_ACCESS,
          opening.web() ? RiskLevel.MEDIUM : RiskLevel.HIGH,
          "Any address of the internet can now reach " + opening.ports());
    }
    return Risk.sure(
        RiskKind.PUBLIC_ACCESS,
        opening.outside() ? RiskLevel.MEDIUM : RiskLevel.LOW,
        opening.peer() + " can now reach " + opening.ports());
  }

  private static Risk staysOut(Opening opening) {
    String who = opening.internet() ? "The internet" : opening.peer();
    return Risk.sure(
        RiskKind.DOWNTIME, RiskLevel.LOW, who + " can no longer reach " + opening.ports());
  }

  private static Risk goesOut(Opening opening) {
    return Risk.sure(
        RiskKind.PUBLIC_ACCESS,
        RiskLevel.LOW,
        "It can now reach " + opening.ports() + " of " + where(opening));
  }

  private static Risk staysIn(Opening opening) {
    return Risk.sure(
        RiskKind.DOWNTIME,
        RiskLevel.LOW,
        "It can no longer reach " + opening.ports() + " of " + where(opening));
  }

  private static String where(Opening opening) {
    return opening.internet() ? "any address" : opening.peer();
  }
}
