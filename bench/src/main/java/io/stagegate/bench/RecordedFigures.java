package io.stagegate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The document that keeps the figures of a run: only what is between its two marks changes. */
record RecordedFigures(Path document) {
  private static final String BEGIN = "<!-- figures -->\n";
  private static final String END = "<!-- end of figures -->";

  void replaceFigures(String table) throws IOException {
    String text = Files.readString(document);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(document + " has no place for figures");
    }
    Files.writeString(
        document,
        text.substring(0, begin + BEGIN.length()) + "\n" + table + "\n" + text.substring(end));
  }
}
