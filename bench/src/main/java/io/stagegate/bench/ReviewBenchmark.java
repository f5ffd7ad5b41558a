package io.stagegate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.review.ReviewInput;
import io.stagegate.review.ReviewResult;
import io.stagegate.review.Reviewer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The review of a big change set, from its parsed documents to the review. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReviewBenchmark {
  private final List<JsonNode> documents = new BigChangeSet().documents();
  private final Reviewer reviewer = new Reviewer();

  /** One review; JMH keeps the result from being optimized away. */
  @Benchmark
  public ReviewResult review() {
    return reviewer.review(ReviewInput.of(documents));
  }

  /** Milliseconds for one review of many, in a JVM of its own with these flags. */
  static double warm(Path log, String... flags) throws RunnerException {
    return score(
        options(log, flags)
            .forks(1)
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1)));
  }

  /** Milliseconds for the first review of a JVM, which loads and compiles what it needs. */
  static double first(Path log, String... flags) throws RunnerException {
    return score(
        options(log, flags)
            .mode(Mode.SingleShotTime)
            .forks(5)
            .warmupIterations(0)
            .measurementIterations(1));
  }

  private static ChainedOptionsBuilder options(Path log, String... flags) {
    return new OptionsBuilder()
        .include(ReviewBenchmark.class.getName())
        .jvmArgs(flags)
        .shouldFailOnError(true)
        .output(log.toString());
  }

  private static double score(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.build()).runSingle().getPrimaryResult().getScore();
  }
}
