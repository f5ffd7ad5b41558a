package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Permissions that come from elsewhere: managed policies, SAM's policy templates, boundaries,
 * groups and permission sets. What they allow stands in no template, so only their name is told.
 */
final class AttachmentRule implements Rule {
  private static final List<String> HOLDERS = List.of("Roles", "Users", "Groups");

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    List<Risk> risks = new ArrayList<>();
    if (!facts.comparable() || facts.row().remove() && !joins(facts)) {
      return risks;
    }
    String self = facts.row().logicalId();
    Set<String> before = Attachments.of(facts.oldType(), facts.was());
    Set<String> after = Attachments.of(facts.type(), facts.will());
    for (String policy : without(after, before)) {
      risks.add(
          Risk.sure(
              RiskKind.PERMISSION,
              level(facts, policy),
              self + " can now do what " + policy + " allows"));
    }
    for (String policy : without(before, after)) {
      risks.add(low(self + " can no longer do what " + policy + " allows"));
    }
    boundary(facts, risks);
    switch (facts.type()) {
      case "AWS::IAM::ManagedPolicy" -> {
        for (String holders : HOLDERS) {
          moves(facts, holders, " can %s do what " + self + " allows", risks);
        }
      }
      case "AWS::IAM::InstanceProfile" ->
          moves(facts, "Roles", ": instances with " + self + " can %s act as it", risks);
      case "AWS::IAM::UserToGroupAddition" -> {
        String group = String.join("", Words.names(present(facts).path("GroupName")));
        moves(facts, "Users", " can %s do what the group " + group + " may", risks);
      }
      case "AWS::SSO::Assignment" -> assignment(facts, risks);
      case "AWS::SSO::InstanceAccessControlAttributeConfiguration" -> {
        if (!facts.was().equals(facts.will())) {
          risks.add(
              Risk.unsure(
                  RiskKind.PERMISSION,
                  RiskLevel.MEDIUM,
                  "Other attributes of people decide from now on what they may do"));
        }
      }
      default -> {
        // No other type is only there to attach something.
      }
    }
    return risks;
  }

  /** Types whose end takes something from others. */
  private static boolean joins(Facts facts) {
    return switch (facts.type()) {
      case "AWS::IAM::ManagedPolicy", "AWS::IAM::UserToGroupAddition", "AWS::SSO::Assignment" ->
          true;
      default -> false;
    };
  }

  private static JsonNode present(Facts facts) {
    return facts.row().remove() ? facts.was() : facts.will();
  }

  private static void moves(Facts facts, String property, String sentence, List<Risk> risks) {
    Set<String> before = new TreeSet<>(Words.names(facts.was().path(property)));
    Set<String> after = new TreeSet<>(Words.names(facts.will().path(property)));
    for (String name : without(after, before)) {
      RiskLevel level = facts.arrives() ? RiskLevel.LOW : RiskLevel.MEDIUM;
      risks.add(Risk.sure(RiskKind.PERMISSION, level, name + sentence.formatted("now")));
    }
    for (String name : without(before, after)) {
      risks.add(low(name + sentence.formatted("no longer")));
    }
  }

  private static void assignment(Facts facts, List<Risk> risks) {
    String before = assigned(facts.was());
    String after = assigned(facts.will());
    if (!before.equals(after)) {
      if (!after.isEmpty()) {
        risks.add(Risk.sure(RiskKind.PERMISSION, RiskLevel.MEDIUM, after.formatted("can now use")));
      }
      if (!before.isEmpty()) {
        risks.add(low(before.formatted("can no longer use")));
      }
    }
  }

  private static String assigned(JsonNode properties) {
    if (!properties.isObject()) {
      return "";
    }
    return text(properties, "PrincipalType").toLowerCase(java.util.Locale.ROOT)
        + " "
        + text(properties, "PrincipalId")
        + " %s the permission set "
        + text(properties, "PermissionSetArn")
        + " in "
        + text(properties, "TargetId");
  }

  private static String text(JsonNode properties, String name) {
    return String.join("", Words.names(properties.path(name))).replace("%", "%%");
  }

  private static void boundary(Facts facts, List<Risk> risks) {
    JsonNode was = facts.was().path("PermissionsBoundary");
    JsonNode now = facts.will().path("PermissionsBoundary");
    String self = facts.row().logicalId();
    if (!was.isMissingNode() && now.isMissingNode()) {
      risks.add(
          Risk.sure(
              RiskKind.PERMISSION,
              RiskLevel.HIGH,
              self + " is no longer held by its permissions boundary"));
    } else if (!was.isMissingNode() && !was.equals(now)) {
      risks.add(
          Risk.unsure(
              RiskKind.PERMISSION,
              RiskLevel.MEDIUM,
              self + " is held by another permissions boundary, which may allow more"));
    }
  }

  private static RiskLevel level(Facts facts, String policy) {
    String name = policy.substring(policy.lastIndexOf('/') + 1);
    if (name.equals("AdministratorAccess")
        || name.equals("PowerUserAccess")
        || name.endsWith("FullAccess")) {
      return RiskLevel.HIGH;
    }
    return facts.arrives() ? RiskLevel.LOW : RiskLevel.MEDIUM;
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> left = new TreeSet<>(some);
    left.removeAll(others);
    return left;
  }

  private static Risk low(String why) {
    return Risk.sure(RiskKind.PERMISSION, RiskLevel.LOW, why);
  }
}
