package io.stagegate.http;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import io.stagegate.store.Codec;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A function's log: one JSON object a line, so that CloudWatch Logs Insights finds its fields.
 *
 * <p>Lines go to the runtime's own logger as bytes, which it passes on as they are; text it would
 * wrap in JSON once more where the function's log format is JSON. Callers give no secret to it:
 * neither bodies nor headers nor tokens.
 */
public final class Log {
  private static final int MOST_FRAMES = 30;

  private final String function;
  private final Clock clock;
  private final Consumer<String> sink;

  public Log(String function, Clock clock, Consumer<String> sink) {
    this.function = function;
    this.clock = clock;
    this.sink = sink;
  }

  /** The log of a function that runs in Lambda's runtime. */
  public static Log of(String function, Clock clock) {
    var logger = LambdaRuntime.getLogger();
    return new Log(
        function, clock, line -> logger.log((line + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  public void info(String message, Map<String, ?> fields) {
    write("INFO", message, fields);
  }

  /** Something that nobody expected, with where it came from. */
  public void error(String message, Map<String, ?> fields, Throwable cause) {
    var all = new LinkedHashMap<String, Object>(fields);
    all.put("error", cause.getClass().getName());
    all.put("reason", String.valueOf(cause.getMessage()));
    all.put(
        "stack",
        Arrays.stream(cause.getStackTrace())
            .limit(MOST_FRAMES)
            .map(StackTraceElement::toString)
            .toList());
    if (cause.getCause() != null) {
      all.put("cause", cause.getCause().toString());
    }
    write("ERROR", message, all);
  }

  /**
   * Counts one of something, as a CloudWatch metric in the namespace {@code Stagegate} (<a
   * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">embedded
   * metric format</a>).
   */
  public void count(String metric) {
    var line = new LinkedHashMap<String, Object>();
    line.put(
        "_aws",
        Map.of(
            "Timestamp",
            clock.millis(),
            "CloudWatchMetrics",
            List.of(
                Map.of(
                    "Namespace",
                    "Stagegate",
                    "Dimensions",
                    List.of(List.of("Function")),
                    "Metrics",
                    List.of(Map.of("Name", metric, "Unit", "Count"))))));
    line.put("Function", function);
    line.put(metric, 1);
    sink.accept(Codec.write(line));
  }

  private void write(String level, String message, Map<String, ?> fields) {
    var line = new LinkedHashMap<String, Object>();
    line.put("timestamp", clock.instant().toString());
    line.put("level", level);
    line.put("function", function);
    line.put("message", message);
    line.putAll(fields);
    sink.accept(Codec.write(line));
  }
}
