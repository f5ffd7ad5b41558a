package io.stagegate.local.demo;

import io.stagegate.local.LocalSystem;
import io.stagegate.model.ProjectId;
import io.stagegate.model.StageName;
import io.stagegate.model.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** The story's own service, as its users reach it. */
final class Services {
  /** The output of a stack that says where the service answers. */
  private static final String ADDRESS = "Address";

  private final LocalSystem system;
  private final HttpClient client;

  Services(LocalSystem system, HttpClient client) {
    this.system = system;
    this.client = client;
  }

  /** What the service answers on a stage; empty where its stack names no address. */
  Optional<String> answer(ProjectId project, StageName stage, String service)
      throws IOException, InterruptedException {
    var address = address(Target.stackName(project, stage, service));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    var answer =
        client.send(
            HttpRequest.newBuilder(address.get()).timeout(Duration.ofSeconds(20)).build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new StoryException(
          service + " on " + stage + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return Optional.of(answer.body().strip());
  }

  private Optional<URI> address(String stack) {
    try (CloudFormationClient cloudFormation = system.clients().cloudFormation()) {
      return cloudFormation.describeStacks(request -> request.stackName(stack)).stacks().stream()
          .map(Stack::outputs)
          .flatMap(outputs -> outputs.stream())
          .filter(output -> output.outputKey().equals(ADDRESS))
          .map(Output::outputValue)
          .map(address -> system.addresses().local(address))
          .findFirst();
    }
  }
}
