package io.stagegate.functions.build.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagerTest {
  private static final String FUNCTION =
      "Resources: {F: {Type: AWS::Lambda::Function, Properties: {Code: %s}}}";

  @TempDir Path temp;
  private TreeBuilder tree;

  @BeforeEach
  void begin() {
    tree = new TreeBuilder(temp);
  }

  @Test
  void nestedTemplatesArePackagedEachFromItsOwnFolder() {
    tree.file("template.yaml", stack("nested/one.yaml"))
        .file("nested/one.yaml", stack("deeper/two.yml"))
        .file("nested/deeper/two.yml", FUNCTION.formatted("../../src"))
        .file("src/app.py", "pass");

    var made = tree.packaged();

    assertThat(made.objects()).hasSize(3).allMatch(tree.objects()::holds);
    var one = tree.json(key(tree.template()));
    var two = tree.json(key(one));
    assertThat(two.at("/Resources/F/Properties/Code/S3Key").asText()).endsWith(".zip");
  }

  private static String stack(String path) {
    return "Resources: {S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: %s}}}"
        .formatted(path);
  }

  private static String key(com.fasterxml.jackson.databind.JsonNode template) {
    return template
        .at("/Resources/S/Properties/TemplateURL")
        .asText()
        .replace("https://s3.eu-west-1.amazonaws.com/packages/", "");
  }

  @Test
  void aTemplateThatNestsItselfFails() {
    tree.file("template.yaml", stack("a.yaml")).file("a.yaml", stack("template.yaml"));

    assertThat(tree.failure().what()).isEqualTo("The template template.yaml nests itself.");
  }

  @Test
  void aNestedTemplateThatDoesNotParseSaysWhere() {
    tree.file("template.yaml", stack("x/a.yaml")).file("x/a.yaml", "Resources:\n  A: [\n");

    assertThat(tree.failure().what()).startsWith("The template can't be read: ");
    assertThat(tree.failure().where()).startsWith("x/a.yaml:3");
  }

  @ParameterizedTest
  @CsvSource({"{A: 1}, 'resource A has no Type'", "{}, 'at least one resource'"})
  void aTemplateMustBeOne(String resources, String reason) {
    tree.file("template.yaml", "Resources: " + resources);

    assertThat(tree.failure().what()).contains(reason);
  }

  @Test
  void limits() {
    tree.file(
        "template.yaml",
        IntStream.rangeClosed(0, 500)
            .mapToObj(i -> "  T" + i + ": {Type: AWS::SNS::Topic}\n")
            .collect(Collectors.joining("", "Resources:\n", "")));
    assertThat(tree.failure().what())
        .isEqualTo("The template has 501 resources; CloudFormation takes at most 500.");

    tree.file(
        "template.yaml",
        IntStream.rangeClosed(0, 200)
            .mapToObj(i -> "  P" + i + ": {Type: String}\n")
            .collect(
                Collectors.joining(
                    "", "Parameters:\n", "Resources: {T: {Type: AWS::SNS::Topic}}\n")));
    assertThat(tree.failure().what())
        .isEqualTo("The template has 201 parameters; CloudFormation takes at most 200.");

    tree.file("template.yaml", "# " + "x".repeat(1024 * 1024));
    assertThat(tree.failure().what()).contains("more than 1 MB");
  }

  @Test
  void codeOverTheLimitIsRefusedBeforeItIsZipped() throws IOException {
    tree.file("src/a", "x".repeat(600)).file("src/b", "x".repeat(600));
    var small = new SourceTree(tree.path("."), 1_000);

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> small.files(small.root().resolve("src"), "here"))
        .isInstanceOf(PackagingException.class)
        .hasMessageContaining("The code in src has more than");
    assertThat(Files.list(tree.scratch())).isEmpty();
  }

  @Test
  void theSamePlaceIsStoredOnceAndNothingIsStoredTwice() {
    tree.file("src/app.py", "pass")
        .file(
            "template.yaml",
            """
            Resources:
              A: {Type: AWS::Lambda::Function, Properties: {Code: src}}
              B: {Type: AWS::Lambda::Function, Properties: {Code: ./src/}}
              C: {Type: AWS::Serverless::Function, Properties: {CodeUri: src/../src}}
            """);

    var first = tree.packaged();
    int written = tree.objects().written();

    assertThat(first.objects()).hasSize(1);
    assertThat(tree.packaged()).isEqualTo(first);
    assertThat(tree.objects().written()).isEqualTo(written).isEqualTo(2);
  }

  @Test
  void theOrderOfATemplatesMembersDoesNotMatterAndNoScratchIsLeft() throws IOException {
    tree.file(
        "template.yaml", "Resources: {A: {Type: AWS::SNS::Topic}, B: {Type: AWS::SQS::Queue}}");
    var first = tree.packaged().template();
    tree.file(
        "template.yaml",
        "{\"Resources\":{\"B\":{\"Type\":\"AWS::SQS::Queue\"},\"A\":{\"Type\":\"AWS::SNS::Topic\"}}}");

    assertThat(tree.packaged().template()).isEqualTo(first);
    assertThat(Files.list(tree.scratch())).isEmpty();
  }

  @Test
  void aZipIsStoredAsItIs() throws IOException {
    tree.file("src/app.py", "pass");
    var root = tree.path("src").toRealPath();
    ReproducibleZip.write(new SourceTree(root).files(root, "x"), tree.path("app.jar"));
    tree.file("template.yaml", FUNCTION.formatted("app.jar"));

    var object = tree.packaged().objects().getFirst();

    assertThat(tree.objects().get(object.key()).orElseThrow())
        .isEqualTo(Files.readAllBytes(tree.path("app.jar")));
  }

  @Test
  void linksInsideAreFollowedAndOthersFail() throws IOException {
    tree.file("src/app.py", "pass")
        .file("lib/x.py", "1")
        .file("template.yaml", FUNCTION.formatted("src"));
    Files.createSymbolicLink(tree.path("src/lib"), Path.of("../lib"));
    assertThat(names(tree)).containsExactly("app.py", "lib/x.py");

    var outside = Files.writeString(temp.resolve("secret"), "secret");
    var link = Files.createSymbolicLink(tree.path("src/out"), outside);
    assertThat(tree.failure().what()).isEqualTo("The link src/out leads out of the repository.");

    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("nowhere"));
    assertThat(tree.failure().what()).isEqualTo("The link src/out leads nowhere.");

    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("."));
    assertThat(tree.failure().what()).isEqualTo("The links in src go in a circle.");
  }

  private static List<String> names(TreeBuilder tree) throws IOException {
    var key = tree.packaged().objects().getFirst().key();
    try (var zip =
        new java.util.zip.ZipInputStream(
            new java.io.ByteArrayInputStream(tree.objects().get(key).orElseThrow()),
            StandardCharsets.UTF_8)) {
      var names = new java.util.ArrayList<String>();
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
      return names;
    }
  }

  @Test
  void anEmptyFolderFails() throws IOException {
    tree.file("template.yaml", FUNCTION.formatted("src"));
    Files.createDirectory(tree.path("src"));

    assertThat(tree.failure().what()).isEqualTo("The folder src is empty.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Resources: {A: {Type: AWS::SNS::Topic}} |",
        "Resources: {A: {Type: AWS::IAM::Role}} | CAPABILITY_IAM",
        "Resources: {A: {Type: AWS::IAM::Role, Properties: {RoleName: x}}} | CAPABILITY_NAMED_IAM",
        "Resources: {A: {Type: AWS::IAM::ManagedPolicy, Properties: {ManagedPolicyName: x}}}"
            + " | CAPABILITY_NAMED_IAM",
        "{Transform: AWS::Serverless-2016-10-31, Resources: {A: {Type:"
            + " AWS::Serverless::SimpleTable}}} | CAPABILITY_AUTO_EXPAND CAPABILITY_IAM",
        "{Transform: [Own], Resources: {A: {Type: AWS::SNS::Topic}}}"
            + " | CAPABILITY_AUTO_EXPAND CAPABILITY_NAMED_IAM",
        "Resources: {A: {Type: AWS::SNS::Topic, Properties: {'Fn::Transform': {Name: Own}}}}"
            + " | CAPABILITY_AUTO_EXPAND CAPABILITY_NAMED_IAM",
        "Resources: {A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL:"
            + " 'https://x/y'}}} | CAPABILITY_AUTO_EXPAND CAPABILITY_NAMED_IAM",
        "Resources: {'Fn::ForEach::L': [X, [a], {R: {Type: AWS::IAM::Role}}]} | CAPABILITY_IAM",
        "Resources: {S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: iam.yaml}}}"
            + " | CAPABILITY_IAM"
      })
  void capabilities(String template, String capabilities) {
    tree.file("template.yaml", template).file("iam.yaml", "Resources: {A: {Type: AWS::IAM::User}}");

    assertThat(tree.packaged().capabilities())
        .isEqualTo(capabilities == null ? List.of() : List.of(capabilities.split(" ")));
  }
}
