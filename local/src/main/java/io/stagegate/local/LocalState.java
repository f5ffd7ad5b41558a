package io.stagegate.local;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Addresses of the running local system, as {@code .stagegate/local.json} holds them.
 *
 * @param pid the process that runs it; ending it stops everything
 * @param console pages for people
 * @param webhook where GitHub's deliveries go, followed by {@code /PROJECT}
 * @param api JSON for programs
 * @param github the stand-in for https://api.github.com
 * @param slack the stand-in for Slack: a page with what was said, and {@code /api} behind it
 * @param endpoint the emulator, as for AWS_ENDPOINT_URL
 * @param region of AWS
 * @param table name of the DynamoDB table
 * @param token for the API: {@code Authorization: Bearer}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LocalState(
    long pid,
    String console,
    String webhook,
    String api,
    String github,
    String slack,
    String endpoint,
    String region,
    String table,
    String token) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** The state in a file, if there is one. */
  public static Optional<LocalState> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), LocalState.class));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }

  /** Whether the process that wrote it still runs. */
  public boolean alive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /** Writes it whole or not at all, readable by its owner only: it holds a token. */
  void write(Path file) {
    try {
      Path part =
          Files.createTempFile(
              file.getParent(),
              "local",
              ".part",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(part, JSON.writeValueAsBytes(this));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + file, e);
    }
  }
}
