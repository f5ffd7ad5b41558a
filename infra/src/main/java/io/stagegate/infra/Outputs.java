package io.stagegate.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;

/** What clients of the stack look up: the launcher, the local system, people. */
final class Outputs {

  private final Stack stack;

  Outputs(
      Stack stack, Api api, Storage storage, Intake intake, Secrets secrets, Workflows workflows) {
    this.stack = stack;
    output("ApiUrl", "Where the console, the API and webhooks answer", api.endpoint());
    output("ApiId", "The HTTP API", api.id());
    output("TableName", "The table of all state", storage.table().getTableName());
    output("PackagesBucket", "Packages, by hash", storage.packages().getBucketName());
    output("ReviewsBucket", "Reviews, by digest", storage.reviews().getBucketName());
    output("IntakeQueueUrl", "Deliveries to work on", intake.queue().getQueueUrl());
    output("ApiTokenSecret", "The secret with the API token", secrets.apiToken().getSecretArn());
    output("BuildMachineArn", "The build machine", workflows.build().getRef());
    output("ReleaseMachineArn", "The release machine", workflows.release().getRef());
  }

  private void output(String id, String description, String value) {
    CfnOutput.Builder.create(stack, id).description(description).value(value).build();
  }
}
