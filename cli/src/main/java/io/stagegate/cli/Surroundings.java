package io.stagegate.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * All that a command may use of its process.
 *
 * @param folder the caller's, in which the names of files are looked up
 * @param color whether standard output is a terminal that shows colors
 * @param environment its variables
 * @param project the project's own folder, in which a system on this machine leaves its addresses
 */
record Surroundings(
    InputStream in,
    OutputStream out,
    OutputStream err,
    Path folder,
    boolean color,
    Map<String, String> environment,
    Path project) {

  /** This process; the launcher tells by properties what it alone knows. */
  static Surroundings ofProcess() {
    return new Surroundings(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Path.of(System.getProperty("stagegate.folder", "")),
        Boolean.getBoolean("stagegate.color"),
        System.getenv(),
        Path.of(System.getProperty("stagegate.root", "")));
  }

  /** Standard output for text: UTF-8 whatever the platform's charset is. */
  PrintWriter text() {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /**
   * Writes text to standard output. A reader who has gone away (as {@code head} does) is no error.
   */
  void print(String text) throws IOException {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      if (!"Broken pipe".equals(e.getMessage())) {
        throw e;
      }
    }
  }

  /** One line on standard error; what comes from outside can't repaint the terminal. */
  void say(String sentence) {
    PrintWriter writer = new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8));
    writer.print("stagegate: " + sentence.strip().replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ") + "\n");
    writer.flush();
  }
}
