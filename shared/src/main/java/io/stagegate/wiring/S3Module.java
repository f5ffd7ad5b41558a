package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import io.stagegate.audit.Heads;
import io.stagegate.cloud.Objects;
import io.stagegate.cloud.S3Objects;
import io.stagegate.store.S3Heads;
import jakarta.inject.Singleton;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The buckets that {@code PACKAGES_BUCKET}, {@code REVIEWS_BUCKET} and {@code HEADS_BUCKET} name.
 */
@Module(includes = AwsModule.class)
public interface S3Module {
  /**
   * Addresses buckets by path. By name they would be hosts, and the endpoint that {@code
   * AWS_ENDPOINT_URL} may name is often an address that can have no sub-domains. AWS takes both.
   */
  @Provides
  @Singleton
  static S3Client s3(SdkClients clients) {
    return clients.client(S3Client.builder().forcePathStyle(true));
  }

  @Provides
  @Singleton
  @Packages
  static Objects packages(S3Client s3, Region region, Settings settings) {
    return new S3Objects(s3, region, settings.required("PACKAGES_BUCKET"));
  }

  /** The audit log's signed heads. */
  @Provides
  @Singleton
  static Heads heads(S3Client s3, Settings settings) {
    return new S3Heads(s3, settings.required("HEADS_BUCKET"));
  }

  @Provides
  @Singleton
  @Reviews
  static Objects reviews(S3Client s3, Region region, Settings settings) {
    return new S3Objects(s3, region, settings.required("REVIEWS_BUCKET"));
  }
}
