package io.stagegate.review;

import io.stagegate.review.PolicyComparison.Gain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who can do what that they could not before. */
final class PermissionRule implements Rule {
  private static final int MOST = 5;

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    List<Risk> risks = new ArrayList<>();
    if (!facts.row().remove() && !facts.after().isObject()) {
      untold(facts, risks);
      return risks;
    }
    List<Statement> before = Policies.statements(facts.type(), facts.before());
    List<Statement> after = Policies.statements(facts.type(), facts.after());
    PolicyComparison.gains(before, after).forEach(gain -> risks.add(gain(facts, gain, false)));
    PolicyComparison.lostDenies(before, after).forEach(deny -> risks.add(deny(deny)));
    List<Statement> trust = Policies.trust(facts.after());
    PolicyComparison.gains(Policies.trust(facts.before()), trust)
        .forEach(gain -> risks.add(gain(facts, gain, true)));
    managed(facts, risks);
    return risks;
  }

  private static Risk gain(Facts facts, Gain gain, boolean trust) {
    Statement statement = gain.statement();
    boolean anybody = statement.anybody();
    String actions = (statement.notActions() ? "everything but " : "") + list(gain.actions());
    String resources = (statement.notResources() ? "everything but " : "") + list(gain.resources());
    String why =
        who(facts, gain)
            + " can now "
            + (gain.unconditional() ? "without the condition there was " : "")
            + (trust ? "take on this role (" + actions + ")" : "do " + actions)
            + (trust || resources.isEmpty() ? "" : " on " + resources)
            + (statement.condition().isEmpty() ? "" : ", under a condition");
    boolean conditional = !statement.condition().isEmpty();
    RiskKind kind = anybody && !conditional ? RiskKind.PUBLIC_ACCESS : RiskKind.PERMISSION;
    return new Risk(kind, level(facts, gain, trust), !why.contains("${"), why);
  }

  private static RiskLevel level(Facts facts, Gain gain, boolean trust) {
    Statement statement = gain.statement();
    boolean add = facts.row().action().equals("Add");
    boolean service =
        !statement.notWho() && gain.who().stream().allMatch(who -> who.endsWith(".amazonaws.com"));
    boolean open = statement.anybody() && statement.condition().isEmpty();
    boolean wide = statement.wide() && !(trust && service);
    boolean trusted = trust && !add && !service;
    boolean key = facts.type().equals("AWS::KMS::Key") && !add;
    if (open || wide || trusted || key || statement.passesRoles()) {
      return RiskLevel.HIGH;
    }
    return add ? RiskLevel.LOW : RiskLevel.MEDIUM;
  }

  private static Risk deny(Statement deny) {
    return Risk.sure(
        RiskKind.PERMISSION,
        RiskLevel.HIGH,
        "It is no longer forbidden to do "
            + list(deny.actions())
            + (deny.resources().isEmpty() ? "" : " on " + list(deny.resources())));
  }

  private static void managed(Facts facts, List<Risk> risks) {
    Set<String> arns = new TreeSet<>(Json.texts(facts.now("ManagedPolicyArns")));
    arns.removeAll(Json.texts(facts.old("ManagedPolicyArns")));
    for (String arn : arns) {
      boolean admin = arn.endsWith("/AdministratorAccess") || arn.endsWith("FullAccess");
      boolean add = facts.row().action().equals("Add");
      risks.add(
          Risk.sure(
              RiskKind.PERMISSION,
              admin ? RiskLevel.HIGH : add ? RiskLevel.LOW : RiskLevel.MEDIUM,
              facts.row().logicalId() + " can now do what " + arn + " allows"));
    }
    boolean had = !facts.old("PermissionsBoundary").isMissingNode();
    if (had && facts.after().isObject() && facts.now("PermissionsBoundary").isMissingNode()) {
      risks.add(
          Risk.sure(
              RiskKind.PERMISSION,
              RiskLevel.HIGH,
              facts.row().logicalId() + " is no longer held by its permissions boundary"));
    }
  }

  private static void untold(Facts facts, List<Risk> risks) {
    if (facts.row().action().equals("Add") && Policies.grants(facts.type())) {
      risks.add(Risk.unsure(RiskKind.PERMISSION, RiskLevel.LOW, "What it allows is not told here"));
    }
    for (PropertyChange property : facts.properties()) {
      String name = property.name() == null ? "" : property.name();
      if (!name.isEmpty() && Policies.decides(facts.type(), name)) {
        risks.add(
            Risk.unsure(
                RiskKind.PERMISSION,
                RiskLevel.MEDIUM,
                name + " changes; what it allows is not told here"));
      }
    }
  }

  private static String who(Facts facts, Gain gain) {
    Statement statement = gain.statement();
    if (statement.notWho()) {
      return "Everybody but " + list(gain.who());
    }
    if (statement.who().isEmpty()) {
      return facts.type().startsWith("AWS::IAM::") && !facts.type().endsWith("Policy")
          ? facts.row().logicalId()
          : "Whoever has " + facts.row().logicalId();
    }
    return gain.who().contains("*") ? "Anybody" : list(gain.who());
  }

  private static String list(Set<String> texts) {
    List<String> shown = texts.stream().filter(text -> !text.isEmpty()).limit(MOST).toList();
    int rest = texts.size() - shown.size();
    return String.join(", ", shown)
        + (rest > 0 && !shown.isEmpty() ? " and " + rest + " more" : "");
  }
}
