package io.stagegate.functions.build.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.store.Codec;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the table does what it says: with a folder, a file, and what lies elsewhere. */
class ArtifactRulesTest {
  @TempDir Path temp;

  static Stream<ArtifactRule> rules() {
    return ArtifactRules.RESOURCES.stream();
  }

  private static String template(ArtifactRule rule, JsonNode value) {
    var root = Codec.mapper().createObjectNode();
    var holder =
        root.putObject("Resources")
            .putObject("Thing")
            .put("Type", rule.type())
            .putObject("Properties");
    for (var name : rule.path().subList(0, rule.path().size() - 1)) {
      holder = holder.putObject(name);
    }
    holder.set(rule.path().getLast(), value);
    return root.toString();
  }

  private static JsonNode text(String value) {
    return Codec.mapper().getNodeFactory().textNode(value);
  }

  private static JsonNode value(ArtifactRule rule, JsonNode template) {
    var pointer = "/Resources/Thing/Properties/" + String.join("/", rule.path());
    return template.at(pointer);
  }

  private static String written(ArtifactRule rule, String key) {
    return switch (rule.form()) {
      case ArtifactRule.Form.S3Uri() -> "\"s3://packages/" + key + "\"";
      case ArtifactRule.Form.Url() -> "\"https://s3.eu-west-1.amazonaws.com/packages/" + key + "\"";
      case ArtifactRule.Form.BucketAndKey(var bucket, var name) ->
          "{\"" + bucket + "\":\"packages\",\"" + name + "\":\"" + key + "\"}";
    };
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aLocalFileIsStoredAndReferredTo(ArtifactRule rule) {
    var tree =
        new TreeBuilder(temp)
            .file("template.yaml", template(rule, text("./part/thing.json")))
            .file("part/thing.json", "{\"Resources\":{\"A\":{\"Type\":\"AWS::SNS::Topic\"}}}");

    var made = tree.packaged();

    assertThat(made.objects()).hasSize(1).allMatch(tree.objects()::holds);
    var key = made.objects().getFirst().key();
    assertThat(key).endsWith(rule.source() == ArtifactRule.Source.ZIPPED ? ".zip" : ".json");
    assertThat(value(rule, tree.template()).toString()).isEqualTo(written(rule, key));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatLiesElsewhereIsLeftAlone(ArtifactRule rule) {
    var elsewhere =
        Stream.of(
            text("s3://bucket/key"),
            text("https://bucket.s3.amazonaws.com/key"),
            Codec.mapper().createObjectNode().put("Ref", "Where"),
            Codec.mapper().createObjectNode().put("S3Bucket", "b").put("S3Key", "k"));
    elsewhere.forEach(
        value -> {
          var tree = new TreeBuilder(temp).file("template.yaml", template(rule, value));

          assertThat(tree.packaged().objects()).isEmpty();
          assertThat(value(rule, tree.template())).isEqualTo(value);
        });
  }

  @ParameterizedTest
  @MethodSource("rules")
  void whatIsNotThereFails(ArtifactRule rule) {
    var tree = new TreeBuilder(temp).file("template.yaml", template(rule, text("nowhere")));

    assertThat(tree.failure().what())
        .startsWith(rule.property() + " of Thing names nowhere, and there is no such ");
    assertThat(tree.failure().where())
        .isEqualTo("template.yaml:1 (Thing, " + rule.property() + ")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside", "/etc/passwd", "a/../../outside", "../../../../etc"})
  void nothingOutsideIsRead(String path) {
    for (var rule : ArtifactRules.RESOURCES) {
      var tree = new TreeBuilder(temp).file("template.yaml", template(rule, text(path)));

      assertThat(tree.failure().what())
          .isEqualTo("The path " + path + " leads out of the repository.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AWS::Lambda::Function | {}                               | Code",
        "AWS::Serverless::Function | {}                           | CodeUri",
        "AWS::Serverless::Function | {InlineCode: 'x'}            |",
        "AWS::Serverless::Function | {ImageUri: 'x'}              |",
        "AWS::Serverless::Function | {PackageType: Image}         |",
        "AWS::Lambda::LayerVersion | {}                           | Content",
        "AWS::Serverless::Api | {}                                |",
        "AWS::Glue::Job | {Command: {}}                           |",
        "AWS::CodeCommit::Repository | {}                         |"
      })
  void aMissingPropertyMeansTheTemplatesFolder(String type, String properties, String set) {
    var tree =
        new TreeBuilder(temp)
            .file(
                "template.yaml",
                "Resources: {A: {Type: '%s', Properties: %s}}".formatted(type, properties));

    assertThat(tree.packaged().objects()).hasSize(set == null ? 0 : 1);
    assertThat(tree.template().at("/Resources/A/Properties/" + set).isMissingNode())
        .isEqualTo(set == null);
  }

  @Test
  void globalsMetadataIncludesAndLoops() {
    var tree =
        new TreeBuilder(temp)
            .file("src/app.py", "pass")
            .file("inc.yaml", "A: 1")
            .file("README.md", "hello")
            .file(
                "template.yaml",
                """
                Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]
                Metadata:
                  AWS::ServerlessRepo::Application: {ReadmeUrl: README.md, LicenseUrl: README.md}
                Globals: {Function: {CodeUri: src}}
                Resources:
                  A: {Type: AWS::Serverless::Function, Properties: {Handler: a}}
                  'Fn::ForEach::Each':
                    - X
                    - [one, two]
                    - 'F${X}': {Type: AWS::Lambda::Function, Properties: {Code: src}}
                  B:
                    Type: AWS::SNS::Topic
                    Properties:
                      Fn::Transform: {Name: AWS::Include, Parameters: {Location: inc.yaml}}
                """);

    var template = tree.template();

    assertThat(tree.packaged().objects()).hasSize(3);
    assertThat(template.at("/Globals/Function/CodeUri").asText()).endsWith(".zip");
    assertThat(template.at("/Resources/A/Properties").has("CodeUri")).isFalse();
    assertThat(template.at("/Resources/Fn::ForEach::Each/2/F${X}/Properties/Code/S3Key").asText())
        .endsWith(".zip");
    assertThat(template.at("/Resources/B/Properties/Fn::Transform/Parameters/Location").asText())
        .startsWith("s3://packages/sha256/")
        .endsWith(".yaml");
    assertThat(template.at("/Metadata/AWS::ServerlessRepo::Application/ReadmeUrl").asText())
        .endsWith(".md");
  }

  @Test
  void theTableNamesAPropertyOnce() {
    assertThat(ArtifactRules.RESOURCES)
        .extracting(rule -> rule.type() + " " + rule.property())
        .doesNotHaveDuplicates();
  }
}
