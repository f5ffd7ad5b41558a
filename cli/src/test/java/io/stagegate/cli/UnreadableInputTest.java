package io.stagegate.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every input that can't be read: file, place and reason on one line each, and exit code 2. */
class UnreadableInputTest {
  private static final String TEMPLATE =
      "a.json: is a template, no answer: give it with --before or --after";

  @TempDir private Path folder = Path.of("");

  private String refused(String... arguments) {
    Ran ran = Ran.review(folder, new byte[0], false, arguments);
    assertThat(ran.code()).as(ran.err()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    return ran.err();
  }

  private String refused(byte[] content) throws IOException {
    Files.write(folder.resolve("a.json"), content);
    return refused("a.json");
  }

  static Stream<Arguments> noAnswers() {
    return Stream.of(
        Arguments.of("", "a.json: is empty"),
        Arguments.of(" \n ", "a.json: is empty"),
        Arguments.of("[]", "a.json: holds no answer of DescribeChangeSet"),
        Arguments.of(
            "{\"Changes\": [}",
            "a.json:1:14: is not JSON: Unexpected close marker '}': expected ']'"),
        Arguments.of("{\"Changes\":\n [", "a.json:2:3: is not JSON: Unexpected end-of-input"),
        Arguments.of(
            "{\"Changes\": [1e99999999999]}", "a.json: is not JSON: a number is too large"),
        Arguments.of("{\"Changes\": []} {\"C", "a.json:1:20: is not JSON: Unexpected end-of-input"),
        Arguments.of(
            "Changes: []\nStackName: shop",
            "a.json:1:1: is not JSON: Unrecognized token 'Changes'; the AWS CLI prints JSON with"
                + " --output json"),
        Arguments.of(
            "7",
            "a.json:1:1: is no JSON object, so it is no answer of DescribeChangeSet; found number"),
        Arguments.of("[{\"Changes\":[]}, null]", "a.json:1:18: is no JSON object"),
        Arguments.of("{}", "it is no answer of DescribeChangeSet; found nothing"),
        Arguments.of(
            "{\"Id\": \"arn\", \"StackId\": \"arn\"}",
            "a.json:1:1: has none of Changes, Hooks, ChangeSetId, ChangeSetName, ExecutionStatus:"
                + " it is no answer of DescribeChangeSet; found Id, StackId"),
        Arguments.of(
            "{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1}", "found a, b, c, d, e and more"),
        Arguments.of(
            "{\"Changes\": []}\n{\"Changes\": {}}",
            "a.json:2:1: is no answer of DescribeChangeSet: its Changes is no list"),
        Arguments.of(
            "{\"Changes\": [1]}", "a.json:1:1: is no answer of DescribeChangeSet: a member"),
        Arguments.of("Resources: {Q: {Type: 'AWS::SQS::Queue'}}", TEMPLATE),
        Arguments.of("{\"Resources\": {\"Q\": {\"Type\": \"AWS::SQS::Queue\"}}}", TEMPLATE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noAnswers")
  void thatIsNoAnswer(String content, String reason) throws IOException {
    assertThat(refused(content.getBytes(UTF_8))).contains(reason).hasLineCount(1);
  }

  @Test
  void thatIsNoText() throws IOException {
    assertThat(refused("{\"Changes\": [],\n \"Café\": 1}".getBytes(ISO_8859_1)))
        .contains("a.json:2:6: bytes that are no UTF-8 text")
        .hasLineCount(1);
    byte[] odd = {(byte) 0xFF, (byte) 0xFE, '{', 0, '}'};
    assertThat(refused(odd)).contains("a.json:1:2: bytes that are no UTF-16LE text");
  }

  /** PowerShell writes UTF-16 with a mark, or UTF-8 with one. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void butAByteOrderMarkIsRead(String charset) throws IOException {
    String text = Files.readString(Ran.FIXTURES.resolve("release-values.json"));
    var named = charset.equals("UTF-8") ? UTF_8 : charset.endsWith("LE") ? UTF_16LE : UTF_16BE;
    Files.write(folder.resolve("a.json"), ("\uFEFF" + text).getBytes(named));
    assertThat(Ran.review(folder, new byte[0], false, "a.json"))
        .isEqualTo(Ran.review("release-values.json"));
  }

  @Test
  void thatIsNoFile() throws IOException {
    Files.createDirectory(folder.resolve("folder"));
    assertThat(refused("folder")).isEqualTo("stagegate: folder: is a folder, not a file\n");
    assertThat(refused("none.json")).isEqualTo("stagegate: none.json: there is no such file\n");
    assertThat(refused("a\0b")).contains("can't be read").hasLineCount(1);
    assertThat(refused("-", "-"))
        .isEqualTo("stagegate: -: is empty\nstagegate: -: standard input can be read only once\n");
  }

  @Test
  void thatMayNotBeRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.json"), "{}");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(secret), "this user may read every file");
    assertThat(refused("secret.json")).contains("secret.json: you may not read it");
  }

  @Test
  void thatIsTooLarge() throws IOException {
    try (var file = new RandomAccessFile(folder.resolve("half.json").toFile(), "rw")) {
      file.setLength(Inputs.MOST_MEGABYTES * 500_000L + 1);
    }
    assertThat(refused("half.json")).contains("half.json:1:2: is not JSON");
    assertThat(refused("half.json", "half.json"))
        .contains("half.json: is too large: 32 MB are read at most, all inputs together");
  }

  @Test
  void thatIsNoTemplate() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "Resources:\n  Q:\n    Type: [\n");
    Files.writeString(folder.resolve("b.json"), "{\"Resources\": {\"Q\": {}}}");
    assertThat(refused("--before", "a.yaml", "--after", "b.json"))
        .containsPattern("a.yaml:4:1: not well-formed YAML: .*\n")
        .contains("b.json:1:1: resource Q has no Type")
        .hasLineCount(2);
    assertThat(refused("--after", "none.yaml")).contains("none.yaml: there is no such file");
  }

  @Test
  void allOfThemAtOnce() throws IOException {
    Files.writeString(folder.resolve("a.json"), "");
    Files.writeString(folder.resolve("b.json"), "{");
    assertThat(refused("a.json", "b.json", "c.json", "--after", "d.yaml"))
        .containsSubsequence("a.json: ", "b.json:1:2: ", "c.json: ", "d.yaml: ")
        .hasLineCount(4);
  }

  @Test
  void cantRepaintTheTerminal() throws IOException {
    assertThat(refused("{\"\\u001b[31m\\nred\\u202e\": 1}".getBytes(UTF_8)))
        .contains("found  [31m red ")
        .hasLineCount(1);
  }

  @Test
  void nestedWithoutEnd() throws IOException {
    assertThat(refused(("{\"Changes\":" + "[".repeat(100_000)).getBytes(UTF_8)))
        .contains("is not JSON")
        .hasLineCount(1);
  }
}
