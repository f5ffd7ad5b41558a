package io.stagegate.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedFiguresTest {
  @TempDir Path folder;

  @Test
  void onlyTheFiguresChange() throws IOException {
    var page = page("Before.\n<!-- figures -->\n\n| old |\n\n<!-- end of figures -->\nAfter.\n");

    new RecordedFigures(page).replaceFigures("| new |\n");
    new RecordedFigures(page).replaceFigures("| newer |\n");

    assertThat(page)
        .hasContent("Before.\n<!-- figures -->\n\n| newer |\n\n<!-- end of figures -->\nAfter.\n");
  }

  @Test
  void aPageWithoutThePlaceStaysAsItIs() throws IOException {
    var text = "<!-- end of figures -->\n<!-- figures -->\n";
    var page = page(text);

    assertThatThrownBy(() -> new RecordedFigures(page).replaceFigures("| new |\n"))
        .hasMessageContaining("no place for figures");
    assertThat(page).hasContent(text);
  }

  @Test
  void theProjectsPageHasThePlace() throws IOException {
    var real = Path.of(System.getProperty("stagegate.root"), "docs/benchmarks.md");
    var page = page(Files.readString(real));

    new RecordedFigures(page).replaceFigures("| new |\n");

    assertThat(page).content().contains("\n| new |\n");
  }

  private Path page(String text) throws IOException {
    return Files.writeString(folder.resolve("page.md"), text);
  }
}
