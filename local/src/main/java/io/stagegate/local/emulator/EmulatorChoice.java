package io.stagegate.local.emulator;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** Which emulator is used, and why. Decided before anything is started. */
public sealed interface EmulatorChoice {
  /** Names an emulator that runs already. The AWS SDK's own variable. */
  String ENDPOINT_VARIABLE = "AWS_ENDPOINT_URL";

  /** Forces {@code docker} or {@code venv}; empty or {@code auto} lets Stagegate choose. */
  String FORCE_VARIABLE = "STAGEGATE_EMULATOR";

  /** The name by which an emulator of one's own reaches this machine, where it is not loopback. */
  String HOST_VARIABLE = "STAGEGATE_HOST";

  /** One sentence for people. */
  String reason();

  /** How the emulator will reach this machine. */
  Emulator.WayBack wayBack();

  /** One that runs already; it is left running. */
  record External(URI endpoint, Emulator.WayBack wayBack, String reason)
      implements EmulatorChoice {}

  /** The emulator's image in Docker, by Testcontainers. */
  record Container(String reason) implements EmulatorChoice {
    @Override
    public Emulator.WayBack wayBack() {
      return Emulator.WayBack.named("host.docker.internal");
    }
  }

  /** The emulator from PyPI in a virtual environment of the project's own. */
  record Venv(String reason) implements EmulatorChoice {
    @Override
    public Emulator.WayBack wayBack() {
      return Emulator.WayBack.loopback();
    }
  }

  /**
   * Chooses: the one that is given, else Docker's where it can run, else the one from PyPI.
   *
   * @param environment variables of this process
   * @throws IllegalArgumentException with a sentence for people when a variable makes no sense, or
   *     Docker is forced and not usable
   */
  static EmulatorChoice choose(Map<String, String> environment, DockerCheck docker) {
    String given = environment.getOrDefault(ENDPOINT_VARIABLE, "").strip();
    if (!given.isEmpty()) {
      String host = environment.getOrDefault(HOST_VARIABLE, "").strip();
      return new External(
          address(given),
          host.isEmpty() ? Emulator.WayBack.loopback() : Emulator.WayBack.named(host),
          ENDPOINT_VARIABLE + " is set");
    }
    String force = environment.getOrDefault(FORCE_VARIABLE, "").strip().toLowerCase(Locale.ROOT);
    return switch (force) {
      case "", "auto" ->
          switch (docker.check()) {
            case DockerCheck.Usable(String why) -> new Container(why);
            case DockerCheck.Unusable(String why) -> new Venv(why);
          };
      case "venv" -> new Venv(FORCE_VARIABLE + "=venv");
      case "docker" ->
          switch (docker.check()) {
            case DockerCheck.Usable(String why) -> new Container(why);
            case DockerCheck.Unusable(String why) ->
                throw new IllegalArgumentException(FORCE_VARIABLE + "=docker, but " + why);
          };
      default ->
          throw new IllegalArgumentException(
              FORCE_VARIABLE + " is '" + force + "'; it can be docker, venv or auto");
    };
  }

  private static URI address(String given) {
    String message =
        ENDPOINT_VARIABLE + " is '" + given + "'; it has to be like http://127.0.0.1:4566";
    try {
      URI uri = URI.create(given.replaceAll("/+$", ""));
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(message, e);
    }
    throw new IllegalArgumentException(message);
  }
}
