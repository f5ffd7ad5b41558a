package io.stagegate.review;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Properties whose change makes a resource anew, for reviews of templates alone; a change set says
 * it itself. All types of CloudFormation's resource specification, and SAM's after its own pages.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">Resource
 *     and property reference, "Update requires"</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html">What
 *     SAM makes of its types</a>
 */
final class CreateOnly {
  private static final String RESOURCE = "create-only.txt";
  private static final String SAM =
      """
      AWS::Serverless::Function FunctionName PackageType
      AWS::Serverless::LayerVersion CompatibleRuntimes ContentUri Description LayerName LicenseInfo
      AWS::Serverless::SimpleTable PrimaryKey TableName
      AWS::Serverless::StateMachine Name Type
      """;

  /** By type; read when first asked for, since most reviews never do. */
  private static final class Table {
    static final Map<String, Map<String, Recreation>> TYPES = read();
  }

  private CreateOnly() {}

  static Recreation of(String type, String property) {
    return Table.TYPES.getOrDefault(type, Map.of()).getOrDefault(property, Recreation.NEVER);
  }

  private static Map<String, Map<String, Recreation>> read() {
    Map<String, Map<String, Recreation>> types = new HashMap<>();
    try (InputStream in = Objects.requireNonNull(CreateOnly.class.getResourceAsStream(RESOURCE));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(line, types));
    } catch (IOException e) {
      throw new UncheckedIOException("a part of this program", e);
    }
    SAM.lines().forEach(line -> add(line, types));
    return Map.copyOf(types);
  }

  private static void add(String line, Map<String, Map<String, Recreation>> types) {
    String[] words = line.split(" ");
    Map<String, Recreation> properties = new HashMap<>();
    for (int i = 1; i < words.length; i++) {
      boolean may = words[i].startsWith("?");
      properties.put(
          may ? words[i].substring(1) : words[i],
          may ? Recreation.CONDITIONALLY : Recreation.ALWAYS);
    }
    types.put(words[0], properties);
  }
}
