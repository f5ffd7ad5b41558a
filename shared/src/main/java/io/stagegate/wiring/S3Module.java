package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import io.stagegate.cloud.Objects;
import io.stagegate.cloud.S3Objects;
import jakarta.inject.Singleton;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The buckets that {@code PACKAGES_BUCKET} and {@code REVIEWS_BUCKET} name. */
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

  @Provides
  @Singleton
  @Reviews
  static Objects reviews(S3Client s3, Region region, Settings settings) {
    return new S3Objects(s3, region, settings.required("REVIEWS_BUCKET"));
  }
}
