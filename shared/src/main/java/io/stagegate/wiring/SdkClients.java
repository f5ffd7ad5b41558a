package io.stagegate.wiring;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * Makes SDK clients with what each needs said outright: looking for it costs a cold start hundreds
 * of milliseconds (AWS SDK for Java Developer Guide, "Reduce SDK startup time for AWS Lambda").
 * They find another endpoint by {@code AWS_ENDPOINT_URL} themselves.
 */
@Singleton
public final class SdkClients {
  private final SdkHttpClient http;
  private final Region region;
  private final AwsCredentialsProvider credentials;

  @Inject
  public SdkClients(SdkHttpClient http, Region region, AwsCredentialsProvider credentials) {
    this.http = http;
    this.region = region;
    this.credentials = credentials;
  }

  /** Builds what {@code builder} has begun. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return builder.httpClient(http).region(region).credentialsProvider(credentials).build();
  }
}
