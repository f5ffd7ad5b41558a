package io.stagegate.infra;

import java.util.List;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.iam.ManagedPolicy;

/**
 * The managed policies of a deploy role: those a parameter of the stack names, else AWS's {@code
 * PowerUserAccess}, by the ARN it has in the partition at hand.
 */
record PolicyChoice(String parameter, IManagedPolicy otherwise, Object arns) {

  static PolicyChoice in(Stack stack, String parameter, String of) {
    CfnParameter chosen =
        CfnParameter.Builder.create(stack, parameter)
            .type("CommaDelimitedList")
            .defaultValue("")
            .allowedPattern("^(arn:[^\\s,]+)?$")
            .constraintDescription("must be ARNs of managed policies, parted by commas")
            .description(
                "Managed policies (ARNs) of what deploys " + of + "; empty: PowerUserAccess")
            .build();
    CfnCondition given =
        CfnCondition.Builder.create(stack, "Has" + parameter)
            .expression(
                Fn.conditionNot(Fn.conditionEquals(Fn.join("", chosen.getValueAsList()), "")))
            .build();
    IManagedPolicy otherwise = ManagedPolicy.fromAwsManagedPolicyName("PowerUserAccess");
    return new PolicyChoice(
        parameter,
        otherwise,
        Fn.conditionIf(
            given.getLogicalId(),
            chosen.getValueAsList(),
            List.of(otherwise.getManagedPolicyArn())));
  }
}
