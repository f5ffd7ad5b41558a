package io.stagegate.local.deploy;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Looks at the AWS account that the user's own settings lead to. Changes nothing. */
final class Account {
  private static final String BOOTSTRAP = "/cdk-bootstrap/hnb659fds/version";

  private Account() {}

  /**
   * Finds out what deploying would do.
   *
   * @throws IllegalStateException with a sentence for people when region or credentials are missing
   */
  static DeployPlan plan(String stack, Map<String, String> parameters) {
    try (SdkHttpClient http = UrlConnectionHttpClient.create();
        DefaultCredentialsProvider credentials = DefaultCredentialsProvider.builder().build()) {
      Region region = region();
      GetCallerIdentityResponse who = identity(http, credentials, region);
      return new DeployPlan(
          who.account(),
          who.arn(),
          region.id(),
          stack,
          status(http, credentials, region, stack),
          bootstrap(http, credentials, region),
          parameters);
    }
  }

  private static Region region() {
    try {
      return new DefaultAwsRegionProviderChain().getRegion();
    } catch (SdkClientException e) {
      throw new IllegalStateException("no AWS region: set AWS_REGION, or AWS_PROFILE", e);
    }
  }

  private static GetCallerIdentityResponse identity(
      SdkHttpClient http, AwsCredentialsProvider credentials, Region region) {
    try (StsClient sts =
        StsClient.builder()
            .httpClient(http)
            .credentialsProvider(credentials)
            .region(region)
            .build()) {
      return sts.getCallerIdentity();
    } catch (SdkClientException e) {
      throw new IllegalStateException(
          "no AWS credentials: set AWS_PROFILE, log in by 'aws sso login', or set AWS_ACCESS_KEY_ID"
              + " and AWS_SECRET_ACCESS_KEY",
          e);
    }
  }

  private static Optional<String> status(
      SdkHttpClient http, AwsCredentialsProvider credentials, Region region, String stack) {
    try (CloudFormationClient client =
        CloudFormationClient.builder()
            .httpClient(http)
            .credentialsProvider(credentials)
            .region(region)
            .build()) {
      return new io.stagegate.local.stack.Stacks(client)
          .find(stack)
          .map(Stack::stackStatusAsString);
    }
  }

  private static Optional<String> bootstrap(
      SdkHttpClient http, AwsCredentialsProvider credentials, Region region) {
    try (SsmClient ssm =
        SsmClient.builder()
            .httpClient(http)
            .credentialsProvider(credentials)
            .region(region)
            .build()) {
      return Optional.of(ssm.getParameter(g -> g.name(BOOTSTRAP)).parameter().value());
    } catch (ParameterNotFoundException e) {
      return Optional.empty();
    }
  }
}
