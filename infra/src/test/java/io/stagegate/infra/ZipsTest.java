package io.stagegate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real zips, of this very build. */
class ZipsTest {

  @ParameterizedTest
  @EnumSource(FunctionSpec.class)
  void holdTheHandlerThatTheTemplateNames(FunctionSpec spec) throws IOException {
    Path zip = Synthesis.root().resolve("infra/target/functions/" + spec.zip() + ".zip");
    List<String> names;
    try (ZipFile file = new ZipFile(zip.toFile())) {
      names = file.stream().map(ZipEntry::getName).toList();
    }
    assertThat(names)
        .contains(spec.handler().replace('.', '/') + ".class")
        .anyMatch(name -> name.matches("lib/stagegate-shared-[^/]*\\.jar"))
        // Functions call AWS by the JDK's own client: the others cost start and size.
        .noneMatch(name -> name.matches("lib/(netty-|apache-client|httpc).*"));
  }
}
