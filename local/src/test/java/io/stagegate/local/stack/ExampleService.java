package io.stagegate.local.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * One version of {@code examples/orders}, packaged by hand as {@code aws cloudformation package}
 * would.
 */
final class ExampleService {
  private static final String BUCKET = "packages";

  private final Path folder;

  ExampleService(String version) {
    this.folder = Path.of(System.getProperty("stagegate.root"), "examples/orders", version);
  }

  /** Uploads its code and returns the template that names it. */
  String packaged(AwsClients clients) throws IOException {
    Path zip = Files.createTempFile("orders", ".zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entries.putNextEntry(new ZipEntry("app.py"));
      Files.copy(folder.resolve("src/app.py"), entries);
      entries.closeEntry();
    }
    String key = folder.getFileName() + ".zip";
    try (S3Client s3 = clients.s3()) {
      s3.createBucket(b -> b.bucket(BUCKET));
      s3.putObject(p -> p.bucket(BUCKET).key(key), RequestBody.fromFile(zip));
    }
    Files.delete(zip);
    String code = "Code: {S3Bucket: " + BUCKET + ", S3Key: " + key + "}";
    return Files.readString(folder.resolve("template.yaml")).replace("Code: src", code);
  }
}
