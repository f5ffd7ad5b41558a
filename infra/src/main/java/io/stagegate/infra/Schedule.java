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

/** The sweep, every minute: what a crash left behind waits no longer than that. */
final class Schedule extends Construct {

  Schedule(Stack stack, LambdaFunction sweep) {
    super(stack, "Schedule");
    Role role =
        Role.Builder.create(this, "Role")
            .assumedBy(
                ServicePrincipal.Builder.create("scheduler.amazonaws.com")
                    .conditions(Conditions.ownAccount())
                    .build())
            .description("Lets the schedule call Stagegate's sweep")
            .build();
    Policy policy =
        Policy.Builder.create(this, "Policy")
            .roles(List.of(role))
            .statements(List.of(Grants.allow(List.of("lambda:InvokeFunction"), sweep.arn())))
            .build();
    CfnSchedule.Builder.create(this, "EveryMinute")
        .description("Delivers and closes what was left over")
        .scheduleExpression("rate(1 minute)")
        .flexibleTimeWindow(FlexibleTimeWindowProperty.builder().mode("OFF").build())
        .target(
            TargetProperty.builder()
                .arn(sweep.arn())
                .roleArn(role.getRoleArn())
                // The next minute is the retry.
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
