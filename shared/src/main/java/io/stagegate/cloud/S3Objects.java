package io.stagegate.cloud;

import static io.stagegate.cloud.AwsCalls.call;

import io.stagegate.model.PackageObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects of one S3 bucket, each under the hash of its bytes.
 *
 * <p>S3 is told the hash with the bytes and refuses others, so an object is there whole or not at
 * all. It keeps the hash as the object's checksum; a copy of it lies in the metadata for stores
 * that keep no checksums.
 */
public final class S3Objects implements Objects {
  private static final String HASH = "sha256";

  private final S3Client s3;
  private final Region region;
  private final String bucket;

  public S3Objects(S3Client s3, Region region, String bucket) {
    this.s3 = s3;
    this.region = region;
    this.bucket = bucket;
  }

  @Override
  public PackageObject put(Path file, String suffix) {
    try {
      var object = named(Hashing.sha256(file), Files.size(file), suffix);
      return put(object, "application/octet-stream", RequestBody.fromFile(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public PackageObject put(byte[] bytes, String suffix, String contentType) {
    var object = named(Hashing.sha256(bytes), bytes.length, suffix);
    return put(object, contentType, RequestBody.fromBytes(bytes));
  }

  private static PackageObject named(String hash, long size, String suffix) {
    return new PackageObject("sha256/" + hash + suffix, hash, size);
  }

  private PackageObject put(PackageObject object, String contentType, RequestBody body) {
    if (holds(object)) {
      return object;
    }
    var request =
        PutObjectRequest.builder()
            .bucket(bucket)
            .key(object.key())
            .contentType(contentType)
            .contentLength(object.size())
            .checksumSHA256(Hashing.base64(object.sha256()))
            .metadata(Map.of(HASH, object.sha256()))
            .build();
    call(() -> s3.putObject(request, body));
    return object;
  }

  @Override
  public Optional<byte[]> get(String key) {
    try {
      return Optional.of(
          call(() -> s3.getObjectAsBytes(get -> get.bucket(bucket).key(key))).asByteArray());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean holds(PackageObject object) {
    return head(object.key())
        .filter(head -> head.contentLength() == object.size())
        .filter(head -> hasHash(head, object.sha256()))
        .isPresent();
  }

  private static boolean hasHash(HeadObjectResponse head, String hash) {
    return head.checksumSHA256() == null
        ? hash.equals(head.metadata().get(HASH))
        : head.checksumSHA256().equals(Hashing.base64(hash));
  }

  private Optional<HeadObjectResponse> head(String key) {
    try {
      return Optional.of(
          call(
              () ->
                  s3.headObject(
                      head -> head.bucket(bucket).key(key).checksumMode(ChecksumMode.ENABLED))));
    } catch (S3Exception e) {
      if (e.statusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** By path, as the AWS CLI writes it: the form that every reader of template addresses takes. */
  @Override
  public String url(String key) {
    var suffix = PartitionMetadata.of(region).dnsSuffix();
    return "https://s3." + region.id() + "." + suffix + "/" + bucket + "/" + key;
  }

  @Override
  public String bucket() {
    return bucket;
  }
}
