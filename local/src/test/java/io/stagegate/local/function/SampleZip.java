package io.stagegate.local.function;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The deployment package of {@link SampleHandler}, as Lambda takes it. */
public final class SampleZip {
  /** The handler in it. */
  public static final String HANDLER = SampleHandler.class.getName() + "::handleRequest";

  private SampleZip() {}

  /** Writes it. */
  public static Path write(Path file) throws IOException {
    String entry = SampleHandler.class.getName().replace('.', '/') + ".class";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
        InputStream in = SampleZip.class.getClassLoader().getResourceAsStream(entry)) {
      zip.putNextEntry(new ZipEntry(entry));
      Objects.requireNonNull(in).transferTo(zip);
      zip.closeEntry();
    }
    return file;
  }

  /** The AWS Runtime Interface Client, as the build has laid it out. */
  public static List<Path> runtime() throws IOException {
    Path folder = Path.of(System.getProperty("stagegate.root"), "local/target/lambda-runtime");
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.toList();
    }
  }
}
