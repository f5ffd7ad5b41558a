package io.stagegate.local.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Does for an emulator what {@code cdk bootstrap} and {@code cdk-assets publish} do for AWS. */
final class Bootstrap {
  private static final String VERSION_PARAMETER = "/cdk-bootstrap/hnb659fds/version";

  /** The version of the bootstrap stack that today's templates ask for at least is 6. */
  private static final String VERSION = "30";

  private final AwsClients clients;
  private final String account;

  Bootstrap(AwsClients clients, String account) {
    this.clients = clients;
    this.account = account;
  }

  /** Name of a bucket with its placeholders filled in. */
  String bucket(CloudAssembly.Asset asset) {
    return asset
        .bucket()
        .replace("${AWS::AccountId}", account)
        .replace("${AWS::Region}", clients.region())
        .replace("${AWS::Partition}", "aws");
  }

  /** Puts the version parameter and every asset where the template expects them. */
  void publish(CloudAssembly assembly) {
    try (SsmClient ssm = clients.ssm()) {
      ssm.putParameter(
          p -> p.name(VERSION_PARAMETER).value(VERSION).type(ParameterType.STRING).overwrite(true));
    }
    try (S3Client s3 = clients.s3()) {
      Set<String> buckets =
          assembly.assets().stream()
              .map(this::bucket)
              .collect(Collectors.toCollection(TreeSet::new));
      buckets.forEach(bucket -> create(s3, bucket));
      for (CloudAssembly.Asset asset : assembly.assets()) {
        RequestBody body =
            asset.zip()
                ? RequestBody.fromBytes(zip(asset.source()))
                : RequestBody.fromFile(asset.source());
        s3.putObject(p -> p.bucket(bucket(asset)).key(asset.key()), body);
      }
    }
  }

  private static void create(S3Client s3, String bucket) {
    try {
      s3.createBucket(b -> b.bucket(bucket));
    } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException e) {
      // From an earlier run on the same emulator.
      return;
    }
  }

  private static byte[] zip(Path folder) {
    var bytes = new java.io.ByteArrayOutputStream();
    try (OutputStream out = bytes;
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't zip " + folder, e);
    }
    return bytes.toByteArray();
  }
}
