package io.stagegate.functions.build.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stagegate.cloud.MemoryObjects;
import io.stagegate.model.Service;
import io.stagegate.model.StageName;
import io.stagegate.store.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates that people really have: each is packaged, or refused with a reason. */
class RecordedTemplatesTest {
  private static final Path DATA =
      Path.of(System.getProperty("stagegate.root", "."), "../shared/data/templates").normalize();

  @TempDir Path scratch;

  private static List<String> templates() throws IOException {
    assumeTrue(Files.isDirectory(DATA), "recorded data not present: " + DATA);
    try (Stream<Path> files = Files.walk(DATA)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> DATA.relativize(file).toString())
          .filter(name -> !name.equals("index.json"))
          .sorted()
          .toList();
    }
  }

  private Packager.Result pack(MemoryObjects objects, String template) {
    return new Packager(objects, DATA, scratch)
        .pack(List.of(new Service("app", template)), List.of(StageName.DEV, StageName.PRODUCTION));
  }

  @Test
  void eachIsPackagedOrRefusedWithAReason() throws IOException {
    var objects = new MemoryObjects();
    var refused = new TreeMap<String, String>();
    int packaged = 0;
    for (var template : templates()) {
      switch (pack(objects, template)) {
        case Packager.Result.Packaged(var made) -> {
          packaged++;
          assertThat(made).hasSize(2);
          assertThat(made.getFirst().template()).isEqualTo(made.getLast().template());
          assertThat(made.getFirst().objects()).allMatch(objects::holds);
          assertThat(
                  Codec.mapper()
                      .readTree(objects.get(made.getFirst().template().key()).orElseThrow())
                      .has("Resources"))
              .isTrue();
        }
        case Packager.Result.Failed(var failure) ->
            refused.put(template, failure.where() + ": " + failure.what());
      }
    }

    assertThat(packaged + refused.size()).isEqualTo(62);
    // The recorded templates come without their code. Two can't be read: one has another tool's
    // tags, one a bare hyphen in a flow list, which YAML 1.2 does not allow.
    assertThat(refused.values())
        .allMatch(
            reason ->
                reason.contains("there is no such")
                    || reason.contains("leads out of the repository")
                    || reason.contains("The template can't be read"),
            "says what is missing");
    assertThat(packaged).as("refused: %s", refused).isEqualTo(41);
  }

  @Test
  void packagingAgainGivesTheSame() throws IOException {
    for (var template : templates()) {
      assertThat(pack(new MemoryObjects(), template))
          .isEqualTo(pack(new MemoryObjects(), template));
    }
  }
}
