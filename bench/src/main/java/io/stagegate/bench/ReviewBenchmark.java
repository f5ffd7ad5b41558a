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

  /** Runs it in a JVM of its own with these flags; returns milliseconds for one review. */
  static double measure(Path log, String... flags) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(ReviewBenchmark.class.getName())
            .forks(1)
            .jvmArgs(flags)
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .shouldFailOnError(true)
            .output(log.toString())
            .build();
    return new Runner(options).runSingle().getPrimaryResult().getScore();
  }
}
