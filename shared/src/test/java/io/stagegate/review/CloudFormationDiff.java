package io.stagegate.review;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stagegate.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks @aws-cdk/cloudformation-diff, the comparison that {@code cdk diff} shows, what it finds. Its
 * version stands in package.json beside the script; it is installed once below {@code target}.
 * Where there is no Node, or the package can't be had, the test is aborted with the reason.
 */
final class CloudFormationDiff {
  /**
   * Two templates to compare.
   *
   * @param name for messages
   */
  record Pair(String name, Template before, Template after) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Path SCRIPTS = Path.of("src/test/cloudformation-diff");
  private static final Path FOLDER = Path.of("target/cloudformation-diff");
  private static final List<String> FILES =
      List.of("package.json", "package-lock.json", "diff.mjs");

  private CloudFormationDiff() {}

  /** One object for each pair, in their order; its shape stands in diff.mjs. */
  static JsonNode of(List<Pair> pairs) throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    for (String file : FILES) {
      Files.copy(SCRIPTS.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.isDirectory(FOLDER.resolve("node_modules/@aws-cdk/cloudformation-diff"))) {
      run(
          "install.log",
          Path.of("package.json"),
          "npm",
          "ci",
          "--ignore-scripts",
          "--no-audit",
          "--no-fund");
    }
    ArrayNode input = Reviews.MAPPER.createArrayNode();
    for (Pair pair : pairs) {
      input
          .addObject()
          .put("name", pair.name())
          .<com.fasterxml.jackson.databind.node.ObjectNode>set("before", pair.before().tree())
          .set("after", pair.after().tree());
    }
    Reviews.MAPPER.writeValue(FOLDER.resolve("pairs.json").toFile(), input);
    run("found.json", Path.of("pairs.json"), "node", "diff.mjs");
    return Reviews.MAPPER.readTree(FOLDER.resolve("found.json").toFile());
  }

  private static void run(String out, Path in, String... command)
      throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(FOLDER.toFile())
              .redirectInput(FOLDER.resolve(in).toFile())
              .redirectOutput(FOLDER.resolve(out).toFile())
              .redirectError(FOLDER.resolve("errors.log").toFile())
              .start();
    } catch (IOException e) {
      abort(command[0] + " can't be started: " + e.getMessage());
      return;
    }
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    if (!ended || process.exitValue() != 0) {
      abort(
          String.join(" ", command)
              + (ended ? " failed: " : " took too long: ")
              + Files.readString(FOLDER.resolve("errors.log")));
    }
  }
}
