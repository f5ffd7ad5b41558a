package io.stagegate.review;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Recorded answers and templates, read where they lie; tests skip where they are not there. */
final class RecordedData {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private RecordedData() {}

  /** One entry of a folder's index. */
  record Entry(Path folder, JsonNode index) {
    String file() {
      return index.path("file").asText();
    }

    JsonNode json() {
      return read(folder.resolve(file()));
    }

    @Override
    public String toString() {
      return index.path("file").asText(index.path("name").asText());
    }
  }

  static List<Entry> entries(String folder) {
    Path data = Path.of(System.getProperty("stagegate.root", "."), "../shared/data").normalize();
    assumeTrue(Files.isDirectory(data), "recorded data not present: " + data);
    List<Entry> entries = new ArrayList<>();
    read(data.resolve(folder).resolve("index.json"))
        .forEach(each -> entries.add(new Entry(data.resolve(folder), each)));
    return entries;
  }

  static JsonNode read(Path file) {
    try {
      return MAPPER.readTree(file.toFile());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(file.toString(), e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(file.toString(), e);
    }
  }
}
