package io.stagegate.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the CDK synthesized for one stack: the template and its assets, read from {@code cdk.out}.
 *
 * @param stackName the stack's name
 * @param template its template, as the CDK wrote it
 * @param templateJson the same, parsed
 * @param assets every file that has to be in the bootstrap bucket, the template among them
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/deploy.html">cloud assembly</a>
 */
public record CloudAssembly(
    String stackName, Path template, JsonNode templateJson, List<Asset> assets) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One file or folder.
   *
   * @param source where it is in {@code cdk.out}
   * @param zip whether it is a folder to be zipped
   * @param bucket name of its bucket, with {@code ${AWS::AccountId}} and {@code ${AWS::Region}}
   * @param key in that bucket
   */
  public record Asset(Path source, boolean zip, String bucket, String key) {}

  public CloudAssembly {
    assets = List.copyOf(assets);
  }

  /**
   * Reads the only stack of a {@code cdk.out}.
   *
   * @throws IllegalArgumentException when there is none, or several
   */
  public static CloudAssembly read(Path folder) {
    JsonNode artifacts = parse(folder.resolve("manifest.json")).path("artifacts");
    List<Map.Entry<String, JsonNode>> stacks =
        artifacts.properties().stream()
            .filter(e -> e.getValue().path("type").asText().equals("aws:cloudformation:stack"))
            .toList();
    if (stacks.size() != 1) {
      throw new IllegalArgumentException(
          folder + " holds " + stacks.size() + " stacks, expected one");
    }
    JsonNode properties = stacks.getFirst().getValue().path("properties");
    Path template = folder.resolve(properties.path("templateFile").asText());
    String name = properties.path("stackName").asText(stacks.getFirst().getKey());
    List<Asset> assets = new ArrayList<>();
    for (JsonNode artifact : artifacts) {
      if (artifact.path("type").asText().equals("cdk:asset-manifest")) {
        Path manifest = folder.resolve(artifact.path("properties").path("file").asText());
        assets.addAll(assets(folder, parse(manifest)));
      }
    }
    return new CloudAssembly(name, template, parse(template), assets);
  }

  private static List<Asset> assets(Path folder, JsonNode manifest) {
    List<Asset> all = new ArrayList<>();
    for (JsonNode file : manifest.path("files")) {
      JsonNode source = file.path("source");
      boolean zip = source.path("packaging").asText().equals("zip");
      for (JsonNode to : file.path("destinations")) {
        all.add(
            new Asset(
                folder.resolve(source.path("path").asText()),
                zip,
                to.path("bucketName").asText(),
                to.path("objectKey").asText()));
      }
    }
    return all;
  }

  /** The asset of the template itself, when the CDK made one. */
  public Optional<Asset> templateAsset() {
    return assets.stream().filter(asset -> asset.source().equals(template)).findFirst();
  }

  /** Names of the template's parameters. */
  public List<String> parameters() {
    return templateJson.path("Parameters").properties().stream().map(Map.Entry::getKey).toList();
  }

  /** The Java functions: logical id to the file of their code. */
  public Map<String, Path> javaFunctions() {
    Map<String, Path> all = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> resource : templateJson.path("Resources").properties()) {
      JsonNode properties = resource.getValue().path("Properties");
      if (resource.getValue().path("Type").asText().equals("AWS::Lambda::Function")
          && properties.path("Runtime").asText().startsWith("java")) {
        all.put(resource.getKey(), code(resource.getKey(), properties.path("Code")));
      }
    }
    return all;
  }

  private Path code(String function, JsonNode code) {
    String key = code.path("S3Key").asText();
    return assets.stream()
        .filter(asset -> asset.key().equals(key) && !asset.zip())
        .map(Asset::source)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no zip among the assets for function " + function));
  }

  private static JsonNode parse(Path file) {
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + file, e);
    }
  }
}
