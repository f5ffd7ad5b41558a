package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.review.Settings.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Encryption and protection of what is modified. */
final class SettingsRule implements Rule {
  /** Values of a switch that is off. */
  private static final Set<String> OFF =
      Set.of(
          "",
          "false",
          "suspended",
          "disabled",
          "inactive",
          "off",
          "optional",
          "mutable",
          "none",
          "null");

  private static final String LOAD_BALANCER_PROTECTION = "deletion_protection.enabled";

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    if (!facts.row().modify() || facts.typeChanges() || !facts.comparable()) {
      return List.of();
    }
    List<Risk> risks = new ArrayList<>();
    for (String name : facts.changed()) {
      Settings.SWITCHES
          .getOrDefault(name, List.of())
          .forEach(each -> off(each, facts.was(), facts.will(), risks));
    }
    boolean was = protectedBalancer(facts.was());
    if (was && !protectedBalancer(facts.will())) {
      risks.add(Risk.sure(RiskKind.PROTECTION, RiskLevel.MEDIUM, "It loses deletion protection"));
    }
    policy(facts, "DeletionPolicy", "removed", risks);
    policy(facts, "UpdateReplacePolicy", "replaced", risks);
    return risks;
  }

  private static void off(Switch each, JsonNode before, JsonNode after, List<Risk> risks) {
    JsonNode was = before.at(each.pointer());
    JsonNode now = after.at(each.pointer());
    String name = each.pointer().last().getMatchingProperty();
    boolean key = name.endsWith("KeyId") || name.endsWith("KeyArn") || name.equals("EncryptionKey");
    if (on(was) && !on(now)) {
      risks.add(Risk.sure(each.kind(), each.level(), "It loses " + each.what()));
    } else if (key && on(was) && !was.equals(now)) {
      risks.add(Risk.sure(each.kind(), RiskLevel.MEDIUM, "It is encrypted with another key"));
    }
  }

  private static boolean on(JsonNode node) {
    return node.isContainerNode()
        ? !node.isEmpty()
        : !OFF.contains(node.asText().toLowerCase(Locale.ROOT));
  }

  private static boolean protectedBalancer(JsonNode properties) {
    for (JsonNode attribute : properties.path("LoadBalancerAttributes")) {
      if (attribute.path("Key").asText().equals(LOAD_BALANCER_PROTECTION)) {
        return attribute.path("Value").asText().equals("true");
      }
    }
    return false;
  }

  private static void policy(Facts facts, String policy, String when, List<Risk> risks) {
    String was = facts.before().path(policy).asText();
    String now = facts.after().path(policy).asText();
    boolean kept = was.startsWith("Retain") || was.equals("Snapshot");
    if (kept && !now.equals(was) && !now.startsWith("Retain")) {
      risks.add(
          Risk.sure(
              RiskKind.PROTECTION,
              RiskLevel.MEDIUM,
              "When it is " + when + " from now on, its data is no longer kept (" + policy + ")"));
    }
  }
}
