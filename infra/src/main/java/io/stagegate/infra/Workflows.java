package io.stagegate.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine.CloudWatchLogsLogGroupProperty;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine.LogDestinationProperty;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine.LoggingConfigurationProperty;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine.TracingConfigurationProperty;
import software.constructs.Construct;

/** The two state machines, from their definitions, with the functions they call filled in. */
final class Workflows extends Construct {

  static final String BUILD = "build";
  static final String RELEASE = "release";

  private final CfnStateMachine build;
  private final CfnStateMachine release;

  Workflows(Stack stack, Artifacts artifacts, Functions functions) {
    super(stack, "Workflows");
    Map<String, String> build = new TreeMap<>();
    build.put("BuildFunctionArn", functions.build().arn());
    build.put("ChangeSetFunctionArn", functions.changeset().arn());
    build.put("DeployFunctionArn", functions.deploy().arn());
    build.put("LeaseFunctionArn", functions.lease().arn());
    this.build = machine("Build", BUILD, artifacts, build);

    Map<String, String> release = new TreeMap<>();
    release.put("AskFunctionArn", functions.ask().arn());
    release.put("ChangeSetFunctionArn", functions.changeset().arn());
    release.put("DeployFunctionArn", functions.deploy().arn());
    release.put("LeaseFunctionArn", functions.lease().arn());
    this.release = machine("Release", RELEASE, artifacts, release);
  }

  CfnStateMachine build() {
    return build;
  }

  CfnStateMachine release() {
    return release;
  }

  private CfnStateMachine machine(
      String id, String name, Artifacts artifacts, Map<String, String> calls) {
    Construct scope = new Construct(this, id);
    Role role =
        Role.Builder.create(scope, "Role")
            .assumedBy(
                ServicePrincipal.Builder.create("states.amazonaws.com")
                    .conditions(Conditions.ownAccount())
                    .build())
            .description("What Stagegate's state machine " + name + " may do")
            .build();
    Policy policy =
        Policy.Builder.create(scope, "Policy")
            .roles(List.of(role))
            .statements(
                List.of(
                    Grants.allow(
                        List.of("lambda:InvokeFunction"), calls.values().toArray(String[]::new)),
                    logDelivery(),
                    Grants.allow(
                        List.of(
                            "xray:GetSamplingRules",
                            "xray:GetSamplingTargets",
                            "xray:PutTelemetryRecords",
                            "xray:PutTraceSegments"),
                        "*")))
            .build();
    Wildcard.TRACING_AND_LOG_DELIVERY.in(policy);

    CfnStateMachine machine =
        CfnStateMachine.Builder.create(scope, "Machine")
            .stateMachineName(Names.own(name))
            .stateMachineType("STANDARD")
            .definitionString(artifacts.definition(name))
            .definitionSubstitutions(calls)
            .roleArn(role.getRoleArn())
            .loggingConfiguration(errorsOnly(scope))
            .tracingConfiguration(TracingConfigurationProperty.builder().enabled(true).build())
            .build();
    machine.getNode().addDependency(policy);
    Findings.explain(
        machine,
        "AwsSolutions-SF1",
        "Step Functions keeps every event of an execution for 90 days by itself; only errors are"
            + " logged, and without data, so that neither a task token nor a payload is.");
    return machine;
  }

  private static LoggingConfigurationProperty errorsOnly(Construct scope) {
    return LoggingConfigurationProperty.builder()
        .level("ERROR")
        .includeExecutionData(false)
        .destinations(
            List.of(
                LogDestinationProperty.builder()
                    .cloudWatchLogsLogGroup(
                        CloudWatchLogsLogGroupProperty.builder()
                            .logGroupArn(Logs.group(scope, "Logs").getLogGroupArn())
                            .build())
                    .build()))
        .build();
  }

  /** What Step Functions' guide asks for to log an execution at all. */
  private static PolicyStatement logDelivery() {
    return Grants.allow(
        List.of(
            "logs:CreateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:DescribeLogGroups",
            "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:UpdateLogDelivery"),
        "*");
  }
}
