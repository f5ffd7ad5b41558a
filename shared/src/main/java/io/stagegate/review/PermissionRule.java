package io.stagegate.review;

import io.stagegate.review.policy.Comparison;
import io.stagegate.review.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who can do what that they could not before, and the other way round: policies compared by what
 * they mean.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
final class PermissionRule implements Rule {
  /** How types end that are a policy of something else; all others take theirs along. */
  private static final Set<String> ATTACHED_TYPES = Set.of("Policy", "Permission");

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    List<Risk> risks = new ArrayList<>();
    if (facts.row().remove() && (!attached(facts) || targetsGo(facts, stack))) {
      return risks;
    }
    if (facts.arrives() && facts.type().equals(Policies.ENDPOINT)) {
      return risks; // Its policy bounds what nobody could do through it before.
    }
    if (!facts.comparable()) {
      untold(facts, risks);
      return risks;
    }
    Permissions words = new Permissions(facts);
    Policy before = Policies.of(facts.oldType(), facts.was());
    Policy after = Policies.of(facts.type(), facts.will());
    Comparison grants = new Comparison(before, after);
    grants.gains().forEach(gain -> risks.add(words.gain(gain)));
    grants.lifted().forEach(gain -> risks.add(words.lifted(gain)));
    grants.losses().forEach(gain -> risks.add(words.loss(gain)));
    grants.forbidden().forEach(gain -> risks.add(words.forbidden(gain)));
    Policy oldTrust = Policies.trust(facts.was());
    Policy newTrust = Policies.trust(facts.will());
    Comparison trust = new Comparison(oldTrust, newTrust);
    trust.gains().forEach(gain -> risks.add(words.trust(gain)));
    trust.lifted().forEach(gain -> risks.add(words.lifted(gain)));
    trust.losses().forEach(gain -> risks.add(words.mistrust(gain)));
    trust.forbidden().forEach(gain -> risks.add(words.forbidden(gain)));
    boolean whole = before.whole() && after.whole() && oldTrust.whole() && newTrust.whole();
    if (!whole && !facts.was().equals(facts.will())) {
      risks.add(
          Risk.unsure(
              RiskKind.PERMISSION,
              facts.arrives() ? RiskLevel.LOW : RiskLevel.MEDIUM,
              "A part of its policy can't be read before the deployment; what that allows is not"
                  + " known"));
    }
    return risks;
  }

  private static boolean attached(Facts facts) {
    String type = facts.type();
    return ATTACHED_TYPES.stream().anyMatch(type::endsWith);
  }

  /** True where everything that the policy is attached to goes away with it. */
  private static boolean targetsGo(Facts facts, Map<String, Facts> stack) {
    List<String> targets =
        Policies.targets(facts.was()).stream()
            .map(target -> target.replaceFirst("\\..*", ""))
            .toList();
    return !targets.isEmpty()
        && targets.stream()
            .allMatch(
                target ->
                    stack.values().stream()
                        .filter(other -> other.row().remove())
                        .anyMatch(
                            other ->
                                target.equals(other.row().logicalId())
                                    || target.equals(other.row().physicalId())));
  }

  private static void untold(Facts facts, List<Risk> risks) {
    boolean grants = Policies.grants(facts.type());
    if (facts.arrives() && grants) {
      risks.add(Risk.unsure(RiskKind.PERMISSION, RiskLevel.LOW, "What it allows is not told here"));
    } else if (facts.row().remove() && grants) {
      risks.add(
          Risk.unsure(
              RiskKind.PERMISSION, RiskLevel.LOW, "What it allowed or forbade is not told here"));
    } else if (facts.row().modify()) {
      for (PropertyChange property : facts.properties()) {
        String name = property.name() == null ? "" : property.name();
        if (Policies.decides(facts.type(), name) && !name.isEmpty()) {
          risks.add(
              Risk.unsure(
                  RiskKind.PERMISSION,
                  RiskLevel.MEDIUM,
                  name + " changes; what it allows is not told here"));
        }
      }
    }
  }
}
