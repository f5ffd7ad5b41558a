package io.stagegate.local.stack;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Clients of the emulator: region, credentials and HTTP client are all given, none is looked up.
 */
public final class AwsClients implements AutoCloseable {
  private final URI endpoint;
  private final String region;
  private final AwsCredentialsProvider credentials;
  private final SdkHttpClient http;

  /** Clients for one emulator; close them after use. */
  public AwsClients(URI endpoint, String region, String accessKey, String secretKey) {
    this.endpoint = endpoint;
    this.region = region;
    this.credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
    this.http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(5))
            .socketTimeout(Duration.ofSeconds(60))
            .build();
  }

  /** The emulator's address. */
  public URI endpoint() {
    return endpoint;
  }

  /** The region. */
  public String region() {
    return region;
  }

  public CloudFormationClient cloudFormation() {
    return with(CloudFormationClient.builder()).build();
  }

  public LambdaClient lambda() {
    return with(LambdaClient.builder()).build();
  }

  /** Of S3, with the bucket in the path: names under an address in digits don't resolve. */
  public S3Client s3() {
    return with(S3Client.builder()).forcePathStyle(true).build();
  }

  public SsmClient ssm() {
    return with(SsmClient.builder()).build();
  }

  public SecretsManagerClient secrets() {
    return with(SecretsManagerClient.builder()).build();
  }

  public SesV2Client mail() {
    return with(SesV2Client.builder()).build();
  }

  /** Of KMS; what it refuses is answered at once, as nothing of it passes. */
  public KmsClient kms() {
    return with(KmsClient.builder())
        .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
        .build();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B with(B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .httpClient(http);
  }

  @Override
  public void close() {
    http.close();
  }
}
