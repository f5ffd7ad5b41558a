package io.stagegate.bench;

import java.nio.file.Path;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.s3.S3Client;

/** The calls from a program that runs already: nothing is started for them. */
record Sdk(CloudFormationClient cloudFormation, S3Client s3) implements Calls {
  @Override
  public String way() {
    return "sdk";
  }

  @Override
  public void put(String bucket, String key, Path body) {
    s3.putObject(request -> request.bucket(bucket).key(key), body);
  }

  @Override
  public String createChangeSet(String stack, String name, String templateUrl, boolean create) {
    return cloudFormation
        .createChangeSet(
            request ->
                request
                    .stackName(stack)
                    .changeSetName(name)
                    .templateURL(templateUrl)
                    .changeSetType(create ? ChangeSetType.CREATE : ChangeSetType.UPDATE)
                    .capabilities(Capability.CAPABILITY_NAMED_IAM))
        .id();
  }

  @Override
  public String changeSetStatus(String id) {
    return cloudFormation.describeChangeSet(request -> request.changeSetName(id)).statusAsString();
  }

  @Override
  public void execute(String id) {
    cloudFormation.executeChangeSet(request -> request.changeSetName(id));
  }

  @Override
  public String state(String name) {
    var stack =
        cloudFormation.describeStacks(request -> request.stackName(name)).stacks().getFirst();
    return stack.stackStatusAsString() + " " + stack.lastUpdatedTime();
  }
}
