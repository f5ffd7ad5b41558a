package io.stagegate.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.constructs.IConstruct;

/** cdk-nag's findings that stand, each with the reason why, kept in the template beside it. */
final class Findings {

  private Findings() {}

  /**
   * Explains a finding on a construct and what is under it.
   *
   * @param rule as cdk-nag names it, like {@code AwsSolutions-IAM5}
   * @param reason a sentence for whoever audits the stack
   * @param findings only these of the rule, like {@code Resource::*}; none: all of it
   */
  static void explain(IConstruct construct, String rule, String reason, String... findings) {
    NagPackSuppression.Builder explanation =
        new NagPackSuppression.Builder().id(rule).reason(reason);
    if (findings.length > 0) {
      explanation.appliesTo(List.of((Object[]) findings));
    }
    NagSuppressions.addResourceSuppressions(construct, List.of(explanation.build()), true);
  }
}
