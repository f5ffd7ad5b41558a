package io.stagegate.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How the local system is started.
 *
 * @param workspace where things are
 * @param environment variables that decide on the emulator: those of this process
 * @param python program of Python 3.10 or newer, for the emulator from PyPI
 * @param port of the console; 0 takes a free one
 * @param githubToken that the stand-in asks for; empty for none
 * @param parameters more of the template's parameters
 * @param progress is told what goes on
 */
public record LocalOptions(
    Workspace workspace,
    Map<String, String> environment,
    String python,
    int port,
    Optional<String> githubToken,
    Map<String, String> parameters,
    Progress progress) {
  public LocalOptions {
    environment = Map.copyOf(environment);
    parameters = Map.copyOf(parameters);
  }

  /** The usual ones; the launcher names the project's folder and Python by system properties. */
  public static LocalOptions usual(Progress progress) {
    Path root = Path.of(System.getProperty("stagegate.root", "")).toAbsolutePath().normalize();
    return new LocalOptions(
        new Workspace(root),
        System.getenv(),
        System.getProperty("stagegate.python", "python3"),
        0,
        Optional.empty(),
        Map.of(),
        progress);
  }

  /** The same with the console at this port. */
  public LocalOptions withPort(int wanted) {
    return new LocalOptions(
        workspace, environment, python, wanted, githubToken, parameters, progress);
  }
}
