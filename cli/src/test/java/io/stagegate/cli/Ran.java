package io.stagegate.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A command that ran in this process.
 *
 * @param out standard output, read as UTF-8
 */
record Ran(int code, String out, String err) {
  /** The folder of the fixtures. */
  static final Path FIXTURES = fixtures();

  /** {@code review} called in the folder of the fixtures. */
  static Ran review(String... arguments) {
    return review(FIXTURES, new byte[0], false, arguments);
  }

  static Ran review(Path folder, byte[] in, boolean terminal, String... arguments) {
    List<String> all = new ArrayList<>(List.of("review"));
    all.addAll(List.of(arguments));
    return command(folder, in, terminal, all.toArray(String[]::new));
  }

  static Ran command(Path folder, byte[] in, boolean terminal, String... arguments) {
    return command(folder, in, terminal, Map.of(), arguments);
  }

  static Ran command(
      Path folder,
      byte[] in,
      boolean terminal,
      Map<String, String> environment,
      String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var surroundings =
        new Surroundings(
            new ByteArrayInputStream(in), out, err, folder, terminal, environment, folder);
    int code = Main.run(surroundings, arguments);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Path fixtures() {
    try {
      return Path.of(Objects.requireNonNull(Ran.class.getResource("release.json")).toURI())
          .resolveSibling("");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
