package io.stagegate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The same zips and definitions give the same assembly; another zip changes its function only. */
@ExtendWith(Synthesized.Once.class)
class DeterminismTest {

  private static Synthesis there;
  private static Synthesis changed;

  @BeforeAll
  static void synthesize(@TempDir Path folder) throws IOException, InterruptedException {
    there = inAnotherJvm(folder.resolve("there"));
    Path other = folder.resolve("changed");
    Artifacts artifacts = Synthesis.artifacts(other);
    Files.writeString(artifacts.functions().resolve("console.zip"), "something else");
    changed = Synthesis.in(other, artifacts);
  }

  private final Synthesis here;

  DeterminismTest(Synthesis here) {
    this.here = here;
  }

  /** Another JVM has another order of what has none, and here another folder too. */
  private static Synthesis inAnotherJvm(Path folder) throws IOException, InterruptedException {
    Path module = Files.createDirectories(folder.resolve("infra"));
    Synthesis.artifacts(module.resolve("target"));
    Path machines = Files.createDirectories(folder.resolve("statemachines"));
    for (String name : List.of(Workflows.BUILD, Workflows.RELEASE)) {
      String file = name + ".asl.json";
      Files.copy(Synthesis.root().resolve("statemachines").resolve(file), machines.resolve(file));
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "target/cdk.out")
            .directory(module.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue())
          .withFailMessage(() -> text(folder.resolve("output")))
          .isZero();
    } finally {
      process.destroyForcibly();
    }
    return Synthesis.read(module.resolve("target/cdk.out"));
  }

  @Test
  void theTemplateIsTheSameToTheByte() {
    for (String file : List.of("Stagegate.template.json", "Stagegate.assets.json")) {
      assertThat(there.assembly().resolve(file))
          .hasSameTextualContentAs(here.assembly().resolve(file));
    }
  }

  @Test
  void onlyTheFunctionOfAChangedZipChanges() {
    Map<String, String> before = zips(here);
    Map<String, String> after = zips(changed);
    assertThat(after.get("console")).isNotEqualTo(before.get("console"));
    before.remove("console");
    after.remove("console");
    assertThat(after).isEqualTo(before);
    long others =
        Stream.of(FunctionSpec.values())
            .map(FunctionSpec::zip)
            .filter(zip -> !zip.equals("console"))
            .distinct()
            .count();
    assertThat(new TreeSet<>(before.values())).hasSize((int) others);
  }

  private static Map<String, String> zips(Synthesis synthesis) {
    Map<String, String> zips = new TreeMap<>();
    for (Map.Entry<String, JsonNode> function : synthesis.functions().entrySet()) {
      zips.put(function.getKey(), function.getValue().at("/Code/S3Key").asText());
    }
    return zips;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
