package io.stagegate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order of the files has no say. */
class AnyOrderTest {
  private static final List<String> FILES =
      List.of(
          "release.json",
          "release-values-page-1.json",
          "release-values-page-2.json",
          "payments.json",
          "harmless.json");

  @Provide
  Arbitrary<List<String>> orders() {
    return Arbitraries.shuffle(FILES);
  }

  @Property(tries = 40)
  void theSameBytesComeOut(@ForAll("orders") List<String> files, @ForAll Format format) {
    assertThat(print(files, format)).isEqualTo(print(FILES, format));
  }

  private static Ran print(List<String> files, Format format) {
    return Ran.review(
        Stream.concat(files.stream(), Stream.of("--format", format.toString()))
            .toArray(String[]::new));
  }
}
