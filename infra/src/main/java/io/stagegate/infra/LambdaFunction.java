package io.stagegate.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** One function with a role, a policy and a log group that are its alone. */
final class LambdaFunction extends Construct {

  /** C1 only and the smallest collector: what starts fastest in little memory. */
  private static final String JVM =
      "-XX:+TieredCompilation -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private final Function function;
  private final Policy policy;
  private final Role role;

  LambdaFunction(
      Construct scope,
      Artifacts artifacts,
      FunctionSpec spec,
      Map<String, String> environment,
      List<PolicyStatement> may) {
    super(scope, spec.id());
    LogGroup logs = Logs.group(this, "Logs");
    role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .description("What Stagegate's function " + spec.function() + " may do")
            .build();
    List<PolicyStatement> statements = new ArrayList<>(may);
    statements.add(
        Grants.allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), logs.getLogGroupArn()));
    statements.add(tracing());
    policy =
        Policy.Builder.create(this, "Policy").roles(List.of(role)).statements(statements).build();
    Wildcard.TRACING.in(policy);

    Map<String, String> all = new TreeMap<>(environment);
    all.put("JAVA_TOOL_OPTIONS", JVM);
    Function.Builder builder =
        Function.Builder.create(this, "Function")
            .functionName(Names.own(spec.function()))
            .description(spec.does())
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.ARM_64)
            .memorySize(spec.megabytes())
            .timeout(Duration.seconds(spec.seconds()))
            .code(Code.fromAsset(artifacts.zip(spec.zip())))
            .handler(spec.handler() + "::handleRequest")
            // Immutable, so that tracing adds no policy beside the one above.
            .role(role.withoutPolicyUpdates())
            .logGroup(logs)
            .tracing(Tracing.ACTIVE)
            .environment(all);
    if (spec.gibibytesOfFiles() > 0) {
      builder.ephemeralStorageSize(Size.gibibytes(spec.gibibytesOfFiles()));
    }
    function = builder.build();
    function.getNode().addDependency(policy);
  }

  Function function() {
    return function;
  }

  /** The role that is this function's alone. */
  Role role() {
    return role;
  }

  String arn() {
    return function.getFunctionArn();
  }

  /** What must stand before anything calls the function on AWS's behalf. */
  CfnResource policy() {
    return Names.resource(policy);
  }

  /** Lets the function do one more thing, which only whoever connects it knows of. */
  void may(PolicyStatement statement) {
    policy.addStatements(statement);
  }

  /** Says why the function's policy holds these wildcards. */
  LambdaFunction needs(Wildcard... wildcards) {
    for (Wildcard wildcard : wildcards) {
      wildcard.in(policy);
    }
    return this;
  }

  private static PolicyStatement tracing() {
    return Grants.allow(List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"), "*");
  }
}
