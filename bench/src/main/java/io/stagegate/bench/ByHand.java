package io.stagegate.bench;

import io.stagegate.local.support.Waiting;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The way to a deployed stack that Stagegate takes, walked without it.
 *
 * @param calls how
 * @param endpoint of the emulator, for the template's address
 * @param folder for what is uploaded
 */
record ByHand(Calls calls, String endpoint, Path folder) {
  static final String BUCKET = "by-hand";

  /**
   * What a change set took.
   *
   * @param whole from its creation to the updated stack
   * @param applying from its execution to the updated stack
   */
  record Took(Duration whole, Duration applying) {}

  /**
   * What {@code aws cloudformation package} does: code and template go to a bucket.
   *
   * @return the template's address
   */
  String upload(Path service, String version) throws IOException {
    Path zip = folder.resolve("code.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      entries.putNextEntry(new ZipEntry("app.py"));
      Files.copy(service.resolve("src/app.py"), entries);
    }
    String code = calls.way() + "-" + version + ".zip";
    String key = calls.way() + "-" + version + ".yaml";
    String packaged = "Code: { S3Bucket: " + BUCKET + ", S3Key: " + code + " }";
    Path template = folder.resolve("template.yaml");
    Files.writeString(
        template,
        Files.readString(service.resolve("template.yaml")).replace("Code: src", packaged));
    calls.put(BUCKET, code, zip);
    calls.put(BUCKET, key, template);
    return endpoint + "/" + BUCKET + "/" + key;
  }

  /** Creates a change set, waits for it, executes it, and waits for the stack. */
  Took apply(String stage, String name, String template, boolean create) throws IOException {
    String stack = "by-" + calls.way() + "-" + stage;
    String before = create ? "" : calls.state(stack);
    long begun = System.nanoTime();
    String id = calls.createChangeSet(stack, name, template, create);
    Waiting.until("a change set", Calls.LIMIT, Calls.EVERY, () -> made(id));
    long applied = System.nanoTime();
    calls.execute(id);
    calls.awaitUpdate(stack, before);
    long ended = System.nanoTime();
    return new Took(Duration.ofNanos(ended - begun), Duration.ofNanos(ended - applied));
  }

  private Optional<String> made(String id) throws IOException {
    String status = calls.changeSetStatus(id);
    if (status.equals("FAILED")) {
      throw new IllegalStateException("by hand: the change set failed");
    }
    return Optional.of(status).filter("CREATE_COMPLETE"::equals);
  }
}
