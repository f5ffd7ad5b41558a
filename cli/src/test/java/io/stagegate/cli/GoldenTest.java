package io.stagegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole reviews in each form, as they were read and found good. What a run prints lies in {@code
 * target/golden}, to be read and copied where a difference is meant.
 */
class GoldenTest {
  private static final Map<String, List<String>> REVIEWS =
      Map.of(
          "release", List.of("release.json", "release-values.json", "payments.json"),
          "nothing", List.of("nothing.json"),
          "templates", List.of("--before", "before.yaml", "--after", "after.yaml"));

  static Stream<Arguments> forms() {
    return REVIEWS.keySet().stream()
        .sorted()
        .flatMap(name -> Stream.of(Format.values()).map(format -> Arguments.of(name, format)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void printsWhatItDid(String name, Format format) throws IOException {
    String[] arguments =
        Stream.concat(
                REVIEWS.getOrDefault(name, List.of()).stream(),
                Stream.of("--format", format.toString()))
            .toArray(String[]::new);
    String out = Ran.review(arguments).out();
    // Neither the stylesheet in the page's head nor the digest has a bearing on what it says.
    String printed =
        (format == Format.HTML ? out.substring(out.indexOf("<main>")) : out)
            .replaceAll("sha256:[0-9a-f]{64}", "sha256:DIGEST");
    String file = "golden-" + name + "." + format;
    Path seen = Files.createDirectories(Path.of("target/golden")).resolve(file);
    Files.writeString(seen, printed);
    Path golden = Ran.FIXTURES.resolve(file);
    assertThat(golden).exists();
    assertThat(printed).isEqualTo(Files.readString(golden));
  }
}
