package io.stagegate.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What CloudFormation says that this version does not know, and what it says of drift and hooks.
 */
final class UnknownRule implements Rule {
  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    Row row = facts.row();
    List<Risk> risks = new ArrayList<>();
    for (String word : row.unknown()) {
      risks.add(
          Risk.unsure(
              RiskKind.UNKNOWN,
              word.startsWith("Action ") || word.startsWith("Type ") || word.startsWith("a change")
                  ? RiskLevel.HIGH
                  : RiskLevel.MEDIUM,
              "CloudFormation says something that is not known here: " + word));
    }
    switch (row.action()) {
      case "Import" ->
          risks.add(
              Risk.sure(
                  RiskKind.IMPORT,
                  RiskLevel.LOW,
                  "A resource that exists comes under the control of this stack"));
      case "Dynamic" ->
          risks.add(
              Risk.unsure(
                  RiskKind.UNKNOWN,
                  RiskLevel.MEDIUM,
                  "CloudFormation decides only while deploying what it does with this"));
      case "SyncWithActual" ->
          risks.add(
              Risk.sure(
                  RiskKind.DRIFT,
                  RiskLevel.LOW,
                  "The stack takes over what was changed outside of it"));
      case "Add", "Modify", "Remove" -> {
        // Told by the other rules.
      }
      case "" ->
          risks.add(
              Risk.unsure(RiskKind.UNKNOWN, RiskLevel.HIGH, "CloudFormation names no action"));
      default -> {
        // An unknown action is among the unknown words.
      }
    }
    String drift = row.drift();
    if (drift != null && (drift.equals("MODIFIED") || drift.equals("DELETED"))) {
      risks.add(
          Risk.sure(
              RiskKind.DRIFT,
              RiskLevel.MEDIUM,
              "It was " + drift.toLowerCase(java.util.Locale.ROOT) + " outside of CloudFormation"));
    }
    row.details().stream()
        .map(detail -> detail.path("Target"))
        .filter(target -> target.hasNonNull("Drift"))
        .map(target -> Json.text(target, "Path", Json.text(target, "Name", "A property")))
        .distinct()
        .forEach(
            name ->
                risks.add(
                    Risk.sure(
                        RiskKind.DRIFT,
                        RiskLevel.MEDIUM,
                        name + " was changed outside of CloudFormation; this overwrites it")));
    if (row.hooks() > 0) {
      risks.add(
          Risk.unsure(
              RiskKind.HOOK,
              RiskLevel.LOW,
              row.hooks() == 1 ? "A hook checks it" : row.hooks() + " hooks check it"));
    }
    return risks;
  }
}
