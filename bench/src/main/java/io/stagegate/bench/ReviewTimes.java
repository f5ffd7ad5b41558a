package io.stagegate.bench;

import io.stagegate.local.Terminal;
import io.stagegate.review.ReviewHtml;
import io.stagegate.review.ReviewInput;
import io.stagegate.review.ReviewResult;
import io.stagegate.review.Reviewer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** How long the review of {@link BigChangeSet} takes, and how large its page is. */
final class ReviewTimes {
  private static final String[] USUAL_FLAGS = {"-XX:+UseSerialGC"};
  private static final String[] FUNCTION_FLAGS = {
    "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx435m"
  };

  private final Terminal terminal;
  private final Path folder;

  ReviewTimes(Terminal terminal, Path folder) {
    this.terminal = terminal;
    this.folder = folder;
  }

  void measure(Figures figures) throws Exception {
    double warm =
        terminal.step(
            "JMH: review of 500 changes",
            () -> ReviewBenchmark.warm(folder.resolve("jmh.log"), USUAL_FLAGS));
    double functions =
        terminal.step(
            "JMH: the same with the functions' flags",
            () -> ReviewBenchmark.warm(folder.resolve("jmh-functions.log"), FUNCTION_FLAGS));
    double first =
        terminal.step(
            "JMH: the first review of a JVM",
            () -> ReviewBenchmark.first(folder.resolve("jmh-first.log"), FUNCTION_FLAGS));
    figures.alone("review of 500 changes in 6 stacks, warm", warm, "ms", 10);
    figures.alone("the same with the functions' JVM flags", functions, "ms", 10);
    figures.alone("the same, the first review of its JVM", first, "ms", 1_000);
    figures.alone("its page", page() / 1e3, "KB", 300);
  }

  private static int page() {
    return switch (new Reviewer().review(ReviewInput.of(new BigChangeSet().documents()))) {
      case ReviewResult.Reviewed(var review) ->
          new ReviewHtml().render(review).getBytes(StandardCharsets.UTF_8).length;
      case ReviewResult.Unreadable(var reason) -> throw new IllegalStateException(reason);
    };
  }
}
