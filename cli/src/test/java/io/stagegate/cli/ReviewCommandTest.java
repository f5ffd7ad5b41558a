package io.stagegate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code review} takes, and how it ends. */
class ReviewCommandTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "release-values.json payments.json, 0",
    "harmless.json --fail-on low, 0",
    "--before before.yaml --after after.yaml, 0",
    "--after after.yaml, 0",
    "--before before.yaml, 0",
    "nothing.json, 1",
    "obsolete.json --fail-on none, 1",
    "--before before.yaml --after before.yaml, 1",
    "payments.json, 1",
    "no-such-file.json, 2",
    "no-such-file.json nothing.json --fail-on high, 2",
    "release.json --fail-on high, 3",
    "release.json --fail-on MEDIUM, 3",
    "harmless.json --fail-on none, 3",
    "--before before.yaml --after after.yaml --fail-on High, 3"
  })
  void endsWithTheCodeThatItPromises(String arguments, int code) {
    Ran ran = Ran.review(arguments.split(" "));
    assertThat(ran.code()).as(ran.err()).isEqualTo(code);
    assertThat(ran.out().isEmpty()).as("prints no review").isEqualTo(code == 2);
    assertThat(ran.err().isEmpty()).as("gives no reason").isEqualTo(code == 0);
  }

  @Test
  void saysWhyItDoesNotEndWithZero() {
    assertThat(Ran.review("nothing.json").err()).isEqualTo("stagegate: It changes nothing\n");
    assertThat(Ran.review("obsolete.json").err())
        .isEqualTo("stagegate: It is obsolete: the stack has changed since it was made\n");
    assertThat(Ran.review("payments.json").err())
        .contains("It is executed with the change set it is nested in, not by itself");
    assertThat(Ran.review("release.json", "--fail-on", "high").err())
        .isEqualTo("stagegate: The risk is HIGH, --fail-on is HIGH\n");
  }

  @Test
  void readsStandardInput() throws IOException {
    byte[] in = Files.readAllBytes(Ran.FIXTURES.resolve("release-values.json"));
    assertThat(Ran.review(Ran.FIXTURES, in, false, "-").out())
        .isEqualTo(Ran.review("release-values.json").out());
    byte[] template = Files.readAllBytes(Ran.FIXTURES.resolve("after.yaml"));
    String[] arguments = {"--before", "before.yaml", "--after", "-"};
    assertThat(Ran.review(Ran.FIXTURES, template, false, arguments).out())
        .isEqualTo(Ran.review("--before", "before.yaml", "--after", "after.yaml").out());
  }

  @Test
  void mergesBothAnswersAndSaysWhereTheyDiffer() {
    Ran both = Ran.review("release.json", "release-values.json", "payments.json");
    assertThat(both.out())
        .contains("Only CloudFormation's answer without property values has shop/Topic")
        .contains("Only CloudFormation's answer with property values has shop/Café")
        .contains(
            "Only CloudFormation's answer with property values tells of Tags (Static,"
                + " DirectModification) of shop/Orders")
        .contains("Environment.Variables.VERSION: v1 -> v2");
  }

  @Test
  void theObjectTellsWhatConcernsNoSingleChange() throws IOException {
    Ran json = Ran.review("release.json", "release-values.json", "--format", "json");
    assertThat(json.err()).isEmpty();
    assertThat(MAPPER.readTree(json.out()).path("risks"))
        .anySatisfy(
            risk -> {
              assertThat(risk.path("kind").asText()).isEqualTo("INCOMPLETE");
              assertThat(risk.path("level").asText()).isEqualTo("HIGH");
              assertThat(risk.path("why").asText())
                  .startsWith("The change set of the nested stack Payments is not given");
            });
  }

  @Test
  void countsAFileThatIsGivenTwiceOnce() {
    assertThat(Ran.review("release.json", "./release.json")).isEqualTo(Ran.review("release.json"));
  }

  @Test
  void takesAnAbsolutePathToo() {
    String absolute = Ran.FIXTURES.resolve("release.json").toAbsolutePath().toString();
    assertThat(Ran.review(absolute)).isEqualTo(Ran.review("release.json"));
  }

  @Test
  void takesSeveralAnswersInOneFileAndListsOfThem(@TempDir Path folder) throws IOException {
    String first = Files.readString(Ran.FIXTURES.resolve("release-values-page-1.json"));
    String second = Files.readString(Ran.FIXTURES.resolve("release-values-page-2.json"));
    String nested = Files.readString(Ran.FIXTURES.resolve("payments.json"));
    Files.writeString(folder.resolve("appended.json"), first + nested.strip() + second);
    Files.writeString(folder.resolve("list.json"), "[" + first + "," + second + "]");
    Ran expected = Ran.review("release-values.json", "payments.json");
    assertThat(Ran.review(folder, new byte[0], false, "appended.json")).isEqualTo(expected);
    assertThat(Ran.review(folder, nested.getBytes(UTF_8), false, "list.json", "-"))
        .isEqualTo(expected);
  }

  @Test
  void compareTemplatesOfTheStackOfTheAnswersWithThem() {
    Ran ran = Ran.review("release.json", "--before", "before.yaml", "--after", "after.yaml");
    assertThat(ran.out()).as("a value that the answer lacks").contains("VERSION: v1 -> v2");
    Ran alone = Ran.review("--after", "after.yaml");
    assertThat(alone.out()).contains("2 added").contains("+ added Orders");
    assertThat(Ran.review("--before", "before.yaml").out()).contains("- removed Drafts");
  }

  @Test
  void refusesTemplatesThatMayBeEitherStacks(@TempDir Path folder) throws IOException {
    String other = Files.readString(Ran.FIXTURES.resolve("harmless.json"));
    Files.writeString(
        folder.resolve("other.json"), other.replace("\"shop\"", "\"pay\"").replace("9/6a", "9/8c"));
    String one = Ran.FIXTURES.resolve("harmless.json").toString();
    String after = Ran.FIXTURES.resolve("after.yaml").toString();
    Ran ran = Ran.review(folder, new byte[0], false, "other.json", one, "--after", after);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo(
            "stagegate: --after: a template is one stack's, but the answers are of pay, shop\n");
    assertThat(Ran.review(folder, new byte[0], false, "other.json", one).code()).isZero();
  }

  @Test
  void colorsTextOnATerminalAlone() {
    byte[] in = new byte[0];
    String escape = "\u001b[";
    assertThat(Ran.review("release.json").out()).doesNotContain(escape);
    assertThat(Ran.review("release.json", "--color", "always").out()).contains(escape);
    assertThat(Ran.review(Ran.FIXTURES, in, true, "release.json").out()).contains(escape);
    assertThat(Ran.review(Ran.FIXTURES, in, true, "release.json", "--color", "never").out())
        .doesNotContain(escape);
    for (String format : new String[] {"json", "html", "markdown"}) {
      assertThat(Ran.review(Ran.FIXTURES, in, true, "release.json", "--format", format).out())
          .doesNotContain(escape);
    }
  }

  @Test
  void helpHasExamplesAndEveryExitCode() {
    Ran ran = Ran.review("--help");
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains("aws cloudformation describe-change-set", "| ./stagegate review -")
        .contains("32 MB")
        .containsPattern("(?m)^ +0 +reviewed")
        .containsPattern("(?m)^ +1 +nothing to apply, or not executable")
        .containsPattern("(?m)^ +2 +input that can't be read")
        .containsPattern("(?m)^ +3 +the risk is --fail-on's or above");
    assertThat(ran.out().lines()).allMatch(line -> line.length() <= 100, "fits a terminal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--formt json release.json",
        "--format xml release.json",
        "--fail-on huge release.json",
        "--color sometimes release.json",
        "release.json --format",
        ""
      })
  void refusesWrongUsageWithAHint(String arguments) {
    Ran ran = Ran.review(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("review --help");
    assertThat(ran.err().lines()).allMatch(line -> line.startsWith("stagegate: "));
  }

  @Test
  void namesWhatWasMeant() {
    assertThat(Ran.review("--formt", "json", "release.json").err()).contains("--format?");
    assertThat(Ran.command(Ran.FIXTURES, new byte[0], false, "rewiev").err()).contains("review?");
    assertThat(Ran.command(Ran.FIXTURES, new byte[0], false).code()).isEqualTo(2);
  }
}
