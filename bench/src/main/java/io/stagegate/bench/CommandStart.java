package io.stagegate.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stagegate.local.Terminal;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * {@code ./stagegate review} from its call to its end, launcher and JVM included, on the biggest
 * recorded answer of DescribeChangeSet.
 */
record CommandStart(Path root, Terminal terminal, int rounds) {
  private static final double TARGET_SECONDS = 1;

  void measure(Figures figures) throws Exception {
    Path recorded = root.resolve("../shared/data/changesets").normalize();
    if (!Files.isDirectory(recorded)) {
      terminal.say("  - ./stagegate review isn't measured: no recorded answers at " + recorded);
      return;
    }
    Path answer = biggest(recorded);
    List<Duration> times = new ArrayList<>();
    terminal.step(
        "./stagegate review of " + answer.getFileName(),
        () -> {
          // The first brings the files into memory.
          run(answer);
          for (int round = 0; round < rounds; round++) {
            times.add(run(answer));
          }
          return times;
        });
    double seconds = Figures.median(times).toNanos() / 1e9;
    figures.alone("./stagegate review, from call to end", seconds, "s", TARGET_SECONDS);
  }

  private static Path biggest(Path recorded) throws IOException {
    var index = JsonMapper.builder().build().readTree(recorded.resolve("index.json").toFile());
    return StreamSupport.stream(index.spliterator(), false)
        .map(entry -> entry.path("file").asText())
        .filter(file -> !file.equals("errors.json"))
        .map(recorded::resolve)
        .max(Comparator.comparing((Path file) -> file.toFile().length()))
        .orElseThrow();
  }

  private Duration run(Path answer) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(root.resolve("stagegate").toString(), "review", answer.toString())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    int code = process.waitFor();
    if (code > 1) {
      throw new IllegalStateException("./stagegate review ended with " + code);
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
