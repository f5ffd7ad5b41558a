package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What stops, pauses or sends its callers elsewhere although it is not made anew. */
final class RunningRule implements Rule {
  private static final List<String> VERSIONS = List.of("EngineVersion", "KafkaVersion", "Version");

  private static final Set<String> VERSIONED_CLUSTERS = Set.of("AWS::EKS::Cluster");

  /** Switches of what is started by something else. */
  private static final Map<String, String> TRIGGERS =
      Map.of(
          "AWS::Events::Rule", "State",
          "AWS::Scheduler::Schedule", "State",
          "AWS::Lambda::EventSourceMapping", "Enabled",
          "AWS::Pipes::Pipe", "DesiredState");

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    List<Risk> risks = new ArrayList<>();
    if (!facts.row().modify() || facts.typeChanges() || !facts.comparable()) {
      return risks;
    }
    for (String version : VERSIONS) {
      boolean counts = !version.equals("Version") || VERSIONED_CLUSTERS.contains(facts.type());
      JsonNode was = facts.was().path(version);
      JsonNode now = facts.will().path(version);
      if (counts && !was.isMissingNode() && !now.isMissingNode() && !was.equals(now)) {
        risks.add(
            Risk.unsure(
                RiskKind.DOWNTIME,
                RiskLevel.MEDIUM,
                version + " changes: it may not answer for a while, and there may be no way back"));
      }
    }
    String trigger = TRIGGERS.get(facts.type());
    if (trigger != null && !off(facts.was().path(trigger)) && off(facts.will().path(trigger))) {
      risks.add(
          Risk.sure(RiskKind.DOWNTIME, RiskLevel.MEDIUM, "It is switched off and starts nothing"));
    }
    if (facts.type().equals("AWS::Route53::RecordSet") && movesTo(facts)) {
      risks.add(
          Risk.unsure(
              RiskKind.DOWNTIME,
              RiskLevel.MEDIUM,
              "The DNS record sends callers somewhere else from now on"));
    }
    return risks;
  }

  private static boolean off(JsonNode node) {
    return switch (node.asText().toLowerCase(Locale.ROOT)) {
      case "disabled", "false", "stopped" -> true;
      default -> false;
    };
  }

  private static boolean movesTo(Facts facts) {
    return List.of("ResourceRecords", "AliasTarget").stream()
        .anyMatch(name -> !facts.was().path(name).equals(facts.will().path(name)));
  }
}
