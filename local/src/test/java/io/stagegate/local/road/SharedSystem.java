package io.stagegate.local.road;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stagegate.local.LocalOptions;
import io.stagegate.local.LocalSystem;
import io.stagegate.local.Progress;
import io.stagegate.local.Workspace;
import io.stagegate.local.emulator.TestEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the local system with the real stack and functions: one for all classes, started for
 * the first and stopped after the last. It lies in {@code local/target/}, so that it can run beside
 * a {@code ./stagegate up}.
 */
public final class SharedSystem implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(LocalSystem.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedSystem.class))
        .computeIfAbsent(LocalSystem.class, key -> start(), LocalSystem.class);
  }

  /** The folder it is started in, as a project's folder is to {@code ./stagegate up}. */
  static Path folder() {
    return Path.of(System.getProperty("stagegate.root"), "local/target/roads").toAbsolutePath();
  }

  private static LocalSystem start() {
    try {
      var options =
          new LocalOptions(
              workspace(),
              environment(),
              System.getProperty("stagegate.python", "python3"),
              0,
              Optional.empty(),
              Map.of(),
              Progress.silent());
      return LocalSystem.start(options);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ParameterResolutionException("the local system does not start", e);
    }
  }

  /** The emulator from PyPI unless another is named: whose image is tested elsewhere. */
  private static Map<String, String> environment() {
    var environment = new HashMap<>(System.getenv());
    environment.putIfAbsent("STAGEGATE_EMULATOR", "venv");
    return environment;
  }

  private static Workspace workspace() throws IOException {
    assumeTrue(OS.LINUX.isCurrentOs(), "functions run on Linux only");
    var real = new Workspace(Path.of(System.getProperty("stagegate.root")).toAbsolutePath());
    assumeTrue(
        Files.isDirectory(real.cloudAssembly()),
        "the stack is not synthesized: package the other modules first, as ./stagegate test does");
    var root = folder();
    var workspace = new Workspace(root);
    TestEmulator.prepare(workspace.home());
    link(real, root, "infra/target/cdk.out");
    link(real, root, "local/target/lambda-runtime");
    link(real, root, "local/emulator");
    link(real, root, "examples");
    link(real, root, ".stagegate/venv");
    return workspace;
  }

  private static void link(Workspace real, Path root, String path) {
    try {
      var link = root.resolve(path);
      Files.createDirectories(link.getParent());
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, real.root().resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
