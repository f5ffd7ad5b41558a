package io.stagegate.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where things are: everything made on this machine lies under {@code .stagegate/} of the project,
 * or in {@code target/} folders.
 *
 * @param root the project's folder
 */
public record Workspace(Path root) {
  /** {@code .stagegate/}. */
  public Path home() {
    return made(root.resolve(".stagegate"));
  }

  /** One log for each function, and those of the emulator and of this program. */
  public Path logs() {
    return made(home().resolve("logs"));
  }

  /** Unpacked functions. */
  public Path functions() {
    return made(home().resolve("functions"));
  }

  /** The emulator's own files. */
  public Path emulator() {
    return made(home().resolve("emulator"));
  }

  /** The Python environment, made when it is needed. */
  public Path venv() {
    return home().resolve("venv");
  }

  /** Addresses of the running system; there only while it runs. */
  public Path stateFile() {
    return home().resolve("local.json");
  }

  /** Held by the running system. */
  public Path lockFile() {
    return home().resolve("local.lock");
  }

  /** What the emulator's environment is made from. */
  public Path requirements() {
    return root.resolve("local/emulator/requirements.txt");
  }

  /** The synthesized template and its assets. */
  public Path cloudAssembly() {
    return root.resolve("infra/target/cdk.out");
  }

  /** The services that demo and tests deploy. */
  public Path examples() {
    return root.resolve("examples");
  }

  /** Jars of the AWS Runtime Interface Client. */
  public List<Path> lambdaRuntime() {
    try (Stream<Path> jars = Files.list(root.resolve("local/target/lambda-runtime"))) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("build first: ./stagegate does", e);
    }
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("can't make " + folder, e);
    }
  }
}
