package io.stagegate.store;

import io.stagegate.audit.AuditLog;
import io.stagegate.audit.Heads;
import io.stagegate.audit.SignedHead;
import io.stagegate.cloud.AwsCalls;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Signed heads in a bucket, each an object of its own that is written once. S3 lists by name from
 * the front, so names begin with what is left of a number: the newest head is the first.
 */
public final class S3Heads implements Heads {
  private static final int MOST = 999_999_999;
  private static final int EXISTS = 412;

  private final S3Client s3;
  private final String bucket;

  public S3Heads(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  @Override
  public Optional<SignedHead> last(AuditLog log) {
    var newest =
        AwsCalls.call(
            () ->
                s3.listObjectsV2(list -> list.bucket(bucket).prefix(log + "/").maxKeys(1))
                    .contents());
    return newest.stream()
        .findFirst()
        .map(
            object ->
                AwsCalls.call(
                    () -> s3.getObjectAsBytes(get -> get.bucket(bucket).key(object.key()))))
        .map(bytes -> Codec.read(bytes.asUtf8String(), SignedHead.class));
  }

  @Override
  public void keep(SignedHead head) {
    try {
      AwsCalls.call(
          () ->
              s3.putObject(
                  put ->
                      put.bucket(bucket)
                          .key(key(head))
                          .contentType("application/json")
                          .ifNoneMatch("*"),
                  RequestBody.fromString(head.line())));
    } catch (S3Exception e) {
      if (e.statusCode() != EXISTS) {
        throw e;
      }
    }
  }

  private static String key(SignedHead head) {
    return String.format(
        Locale.ROOT, "%s/%09d-%09d.json", head.log(), MOST - head.number(), head.number());
  }
}
