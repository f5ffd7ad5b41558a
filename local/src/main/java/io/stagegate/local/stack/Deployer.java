package io.stagegate.local.stack;

import io.stagegate.local.function.FunctionHost;
import io.stagegate.local.function.FunctionSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;

/** Deploys the very template and files that go to AWS to the emulator. */
public final class Deployer {
  /** The account of emulators. */
  public static final String ACCOUNT = "000000000000";

  private final AwsClients clients;

  /** Deploys with these clients. */
  public Deployer(AwsClients clients) {
    this.clients = clients;
  }

  /**
   * Publishes the assets, deploys the stack through a change set, and reads what came out.
   *
   * @param parameters values by name; those that the template does not have are left out
   * @throws IllegalStateException with the first failed resource and its reason
   */
  public Deployment deploy(CloudAssembly assembly, Map<String, String> parameters) {
    Bootstrap bootstrap = new Bootstrap(clients, ACCOUNT);
    bootstrap.publish(assembly);
    List<Parameter> values =
        parameters.entrySet().stream()
            .filter(e -> assembly.parameters().contains(e.getKey()))
            .map(e -> parameter(e.getKey(), e.getValue()))
            .toList();
    try (CloudFormationClient cloudFormation = clients.cloudFormation()) {
      String name = assembly.stackName();
      Stack stack = new Stacks(cloudFormation).apply(name, template(assembly, bootstrap), values);
      Map<String, String> outputs =
          stack.outputs().stream()
              .collect(Collectors.toMap(Output::outputKey, Output::outputValue));
      Map<String, Path> code = assembly.javaFunctions();
      List<FunctionSpec> functions = new ArrayList<>();
      cloudFormation
          .describeStackResources(d -> d.stackName(name))
          .stackResources()
          .forEach(
              resource ->
                  Optional.ofNullable(code.get(resource.logicalResourceId()))
                      .ifPresent(zip -> functions.add(spec(resource.physicalResourceId(), zip))));
      return new Deployment(name, outputs, functions);
    }
  }

  /** Has the emulator send the invocations of these functions to the host. */
  public void route(List<FunctionSpec> functions, Function<String, URI> addressOf) {
    try (LambdaClient lambda = clients.lambda()) {
      for (FunctionSpec function : functions) {
        Map<String, String> variables = new HashMap<>(function.environment());
        variables.put(FunctionHost.PROXY_VARIABLE, addressOf.apply(function.name()).toString());
        lambda.updateFunctionConfiguration(
            u -> u.functionName(function.name()).environment(e -> e.variables(variables)));
      }
    }
  }

  private FunctionSpec spec(String name, Path zip) {
    try (LambdaClient lambda = clients.lambda()) {
      GetFunctionConfigurationResponse is =
          lambda.getFunctionConfiguration(g -> g.functionName(name));
      return new FunctionSpec(
          is.functionName(),
          is.functionArn(),
          is.handler(),
          zip,
          is.memorySize(),
          Duration.ofSeconds(is.timeout()),
          is.environment() == null ? Map.of() : is.environment().variables());
    }
  }

  private Stacks.Body template(CloudAssembly assembly, Bootstrap bootstrap) {
    Optional<CloudAssembly.Asset> asset = assembly.templateAsset();
    if (asset.isPresent()) {
      // The CDK's own way; also the only one for a template of more than 51,200 bytes.
      return new Stacks.Url(
          clients.endpoint() + "/" + bootstrap.bucket(asset.get()) + "/" + asset.get().key());
    }
    try {
      return new Stacks.Inline(Files.readString(assembly.template()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Parameter parameter(String key, String value) {
    return Parameter.builder().parameterKey(key).parameterValue(value).build();
  }
}
