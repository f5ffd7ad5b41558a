package io.stagegate.infra;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnSchedule.FlexibleTimeWindowProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.RetryPolicyProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.TargetProperty;
import software.constructs.Construct;

/** A function, every minute or so: what a crash left behind waits no longer than that. */
final class Schedule extends Construct {

  Schedule(Stack stack, String id, LambdaFunction function, String does) {
    this(stack, id, function, does, "rate(1 minute)");
  }

  Schedule(Stack stack, String id, LambdaFunction function, String does, String rate) {
    super(stack, id);
    Role role =
        Role.Builder.create(this, "Role")
            .assumedBy(
                ServicePrincipal.Builder.create("scheduler.amazonaws.com")
                    .conditions(Conditions.ownAccount())
                    .build())
            .description("Lets a schedule call one of Stagegate's functions")
            .build();
    Policy policy =
        Policy.Builder.create(this, "Policy")
            .roles(List.of(role))
            .statements(List.of(Grants.allow(List.of("lambda:InvokeFunction"), function.arn())))
            .build();
    CfnSchedule.Builder.create(this, "EveryMinute")
        .description(does)
        .scheduleExpression(rate)
        .flexibleTimeWindow(FlexibleTimeWindowProperty.builder().mode("OFF").build())
        .target(
            TargetProperty.builder()
                .arn(function.arn())
                .roleArn(role.getRoleArn())
                // The next time is the retry.
                .retryPolicy(
                    RetryPolicyProperty.builder()
                        .maximumRetryAttempts(0)
                        .maximumEventAgeInSeconds(60)
                        .build())
                .build())
        .build()
        .getNode()
        .addDependency(policy);
  }
}
