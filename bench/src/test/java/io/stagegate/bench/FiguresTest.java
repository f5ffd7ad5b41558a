package io.stagegate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  private final Figures figures = new Figures();

  @Test
  void theTableIsMarkdownWithItsNumbersToTheRight() {
    figures.times("push", Duration.ofMillis(3000), Duration.ofMillis(2500), 1.5);
    figures.alone("one call", Duration.ofMillis(40));

    assertThat(figures.table())
        .isEqualTo(
            """
            | What     | Stagegate | Beside it | Ratio | Target |     |
            | -------- | --------: | --------: | ----: | -----: | --- |
            | push     |    3.00 s |    2.50 s |  1.20 | <= 1.5 | met |
            | one call |         - |    0.04 s |     - |      - |     |
            """);
  }

  @ParameterizedTest
  @CsvSource({"1500, 1.50, met", "1501, 1.50, MISSED", "100, 0.10, met", "100000, 100, MISSED"})
  void aTargetIsMetUpToItsRatio(long milliseconds, String ratio, String judgement) {
    figures.times("push", Duration.ofMillis(milliseconds), Duration.ofSeconds(1), 1.5);

    assertThat(last()).contains(" " + ratio + " |", "<= 1.5").endsWith(judgement(judgement));
  }

  @Test
  void ofTwoBesideTheFirstIsJudged() {
    var second = Duration.ofSeconds(1);
    figures.times("start", Duration.ofSeconds(2), second, Duration.ofSeconds(4), 3);
    assertThat(last()).contains("1.00 s (4.00 s)", "2.00 (0.50)").endsWith(judgement("met"));

    figures.sizes("zip", 400_000, 100_000, 99_999, 3);
    assertThat(last())
        .contains("0.4 MB", "0.1 MB (100.0 KB)", "4.00 (4.00)")
        .endsWith(judgement("MISSED"));
  }

  @ParameterizedTest
  @CsvSource({"4.99, met", "5, MISSED"})
  void aFigureAloneStaysUnderItsBound(double value, String judgement) {
    figures.alone("500 changes", value, "ms", 5);

    assertThat(last()).contains("< 5 ms").endsWith(judgement(judgement));
  }

  @Test
  void whatHasNoTargetIsNotJudged() {
    figures.times("push; SDK", Duration.ofSeconds(9), Duration.ofSeconds(1));

    assertThat(last()).contains("9.00 |").doesNotContain("met", "MISSED");
  }

  @Test
  void theMedianIsTheMiddleOne() {
    assertThat(Figures.median(seconds(9, 1, 2))).isEqualTo(Duration.ofSeconds(2));
    assertThat(Figures.median(seconds(4, 1, 3, 2))).isEqualTo(Duration.ofSeconds(3));
  }

  private String last() {
    return figures.table().lines().toList().getLast();
  }

  private String judgement(String word) {
    // The column is as wide as its widest word.
    return "| "
        + word
        + " ".repeat(figures.table().contains("MISSED") ? 6 - word.length() : 0)
        + " |";
  }

  private static List<Duration> seconds(int... seconds) {
    return java.util.Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
  }
}
